namespace SignBridge.Cli;

/// <summary>Where results go: a file that must be new, or the standard output.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? _path;

    private OutputFile(string? path, Stream stream)
    {
        _path = path;
        Stream = stream;
    }

    public Stream Stream { get; }

    /// <summary>Opens the output before any work is done, so that a bad path costs nothing. An existing file keeps its content until <see cref="Begin"/>.</summary>
    /// <exception cref="SignBridgeException">It exists or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static OutputFile Open(string? path, bool overwrite)
    {
        if (path is null)
            return new OutputFile(null, Console.OpenStandardOutput());
        RequireNew(path, overwrite);
        try
        {
            return new OutputFile(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read));
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
            throw new SignBridgeException(FailureKind.Output, $"The output '{path}' exists already; name another file or say --force to replace it.");
    }

    public static SignBridgeException Unwritable(string path, Exception cause) =>
        new(FailureKind.Output, $"The output '{path}' cannot be written ({cause.Message.TrimEnd('.')}); name a file in a folder that exists, is writable and has room.", cause);

    /// <summary>Everything else is ready: what the file held goes.</summary>
    public void Begin()
    {
        if (_path is not null && Stream.CanSeek)
            Stream.SetLength(0);
    }

    /// <summary>A file that nothing was written to goes again.</summary>
    public void Dispose()
    {
        var isEmpty = _path is not null && Stream.CanSeek && Stream.Length == 0;
        Stream.Dispose();
        if (isEmpty)
            File.Delete(_path!);
    }
}
