using System.CommandLine;
using SignBridge.Recognition;

namespace SignBridge.Cli;

/// <summary>Where the taught signs are, for every command that reads or writes them.</summary>
internal static class SignOptions
{
    public static Option<string?> Signs { get; } = new("--signs") { Description = $"Folder of taught signs (default: {EnrolledSignFolder.EnvironmentVariable}, else the user's).", HelpName = "DIR" };

    /// <summary>The folder, which need not exist yet.</summary>
    public static EnrolledSignFolder Folder(ParseResult result) =>
        result.GetValue(Signs) is { } folder ? new EnrolledSignFolder(folder) : EnrolledSignFolder.Find();

    /// <summary>The folder to read signs from: one that was named must exist, or its signs would be missed without a word.</summary>
    /// <exception cref="SignBridgeException">It does not exist (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSignFolder FolderToRead(ParseResult result) => result.GetValue(Signs) is { } folder && !Directory.Exists(folder)
        ? throw new SignBridgeException(FailureKind.Model, $"The folder of taught signs '{folder}' does not exist; check the path given to --signs.")
        : Folder(result);
}
