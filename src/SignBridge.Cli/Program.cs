using System.CommandLine;
using SignBridge;
using SignBridge.Cli;

var root = new RootCommand("SignBridge: sign language in video to written sentences, offline.")
{
    TranslateCommand.Create(),
    PoseCommand.Create(),
    ModelsCommand.Create(),
    SamplesCommand.Create(),
    DoctorCommand.Create(),
};

var arguments = root.Parse(args);
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
try
{
    var code = await arguments.InvokeAsync(configuration);
    return arguments.Errors.Count > 0 ? ExitCode.Usage : code;
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
