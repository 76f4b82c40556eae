using System.Text.RegularExpressions;

namespace SignBridge.Cli;

/// <summary>Finds in .NET's long message the one library that the system lacks.</summary>
internal static partial class MissingLibrary
{
    public static string NameIn(DllNotFoundException e) =>
        Library().Match(e.Message) is { Success: true } match ? match.Groups[1].Value : e.Message.Split('\n')[0];

    // "libgtk-3.so.0: cannot open shared object file": a bare name is a dependency; full paths are only where .NET looked.
    [GeneratedRegex(@"^(lib[^/\s:]+): cannot open shared object file", RegexOptions.Multiline)]
    private static partial Regex Library();
}
