namespace SignBridge.Cli;

/// <summary>Where results go: a file that must be new, or the standard output.</summary>
internal static class OutputFile
{
    /// <summary>Opens the output before any work is done, so that a bad path costs nothing.</summary>
    /// <exception cref="SignBridgeException">It exists or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static Stream Open(string? path, bool overwrite)
    {
        if (path is null)
            return Console.OpenStandardOutput();
        try
        {
            return new FileStream(path, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw Exists(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <exception cref="SignBridgeException">It exists and may not be replaced (<see cref="FailureKind.Output"/>).</exception>
    public static void RequireNew(string path, bool overwrite)
    {
        if (!overwrite && Path.Exists(path))
            throw Exists(path);
    }

    public static SignBridgeException Unwritable(string path, Exception cause) =>
        new(FailureKind.Output, $"The output '{path}' cannot be written ({cause.Message.TrimEnd('.')}); name a file in a folder that exists, is writable and has room.", cause);

    private static SignBridgeException Exists(string path) =>
        new(FailureKind.Output, $"The output '{path}' exists already; name another file or say --force to replace it.");
}
