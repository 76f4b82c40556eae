using System.CommandLine;

namespace SignBridge.Cli;

/// <summary>Says in one line what is wrong with the arguments. The library's own report puts the help on stdout, where only results belong.</summary>
internal static class UsageError
{
    public static void Write(ParseResult arguments) => Write(arguments, arguments.Errors[0].Message);

    public static void Write(ParseResult arguments, string message)
    {
        var words = message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var path = new List<string>();
        for (var result = arguments.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            path.Insert(0, result.Command.Name);
        Console.Error.WriteLine($"signbridge: {string.Join(' ', words).TrimEnd('.')}; see {string.Join(' ', path)} --help.");
    }
}
