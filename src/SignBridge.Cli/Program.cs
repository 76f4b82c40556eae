using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SignBridge;
using SignBridge.Cli;

// Not a RootCommand, which takes its name from the file of the program.
var root = new Command("signbridge", "SignBridge: sign language in video to written sentences, offline.")
{
    TranslateCommand.Create(),
    LiveCommand.Create(),
    TeachCommand.Create(),
    SignsCommand.Create(),
    ServeCommand.Create(),
    PoseCommand.Create(),
    ModelsCommand.Create(),
    SamplesCommand.Create(),
    DoctorCommand.Create(),
    InspectCommand.Create(),
    EvalCommand.Create(),
    MergeCommand.Create(),
    CompareCommand.Create(),
    ScoreCommand.Create(),
    BenchCommand.Create(),
    new HelpOption { Recursive = true },
    new VersionOption(),
};

var arguments = root.Parse(args);
if (arguments.Action is ParseErrorAction)
{
    UsageError.Write(arguments);
    return ExitCode.Usage;
}

var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
try
{
    return await arguments.InvokeAsync(configuration);
}
catch (SignBridgeException e)
{
    Console.Error.WriteLine($"signbridge: {e.Message}");
    return ExitCode.Of(e.Kind);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("signbridge: cancelled; what was finished is kept.");
    return ExitCode.Cancelled;
}
catch (TypeInitializationException e) when (e.InnerException is DllNotFoundException missing)
{
    Console.Error.WriteLine($"signbridge: a system library is missing ({MissingLibrary.NameIn(missing)}); start through ./signbridge, which installs it.");
    return ExitCode.Device;
}
