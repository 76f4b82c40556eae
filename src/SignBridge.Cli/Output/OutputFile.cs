using Microsoft.Win32.SafeHandles;

namespace SignBridge.Cli;

/// <summary>Where results go: a file that must be new, or the standard output.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? _path;
    private readonly Stream _stream;
    private readonly bool _isNew;
    private bool _isBegun;

    private OutputFile(string? path, Stream stream, bool isNew)
    {
        _path = path;
        _stream = stream;
        _isNew = isNew;
    }

    /// <summary>Opens the output before any work is done, so that a bad path costs nothing.</summary>
    /// <exception cref="SignBridgeException">It exists or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static OutputFile Open(string? path, bool overwrite)
    {
        if (path is null)
            return new OutputFile(null, OpenStandardOutput(), isNew: false);
        RequireNew(path, overwrite);
        try
        {
            var isNew = !File.Exists(path);

            // Unbuffered: what a full disk does not take must not come up a second time when the file is closed.
            return new OutputFile(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0), isNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <exception cref="SignBridgeException">It is a folder, or exists and may not be replaced (<see cref="FailureKind.Output"/>).</exception>
    public static void RequireNew(string path, bool overwrite)
    {
        if (Directory.Exists(path))
            throw new SignBridgeException(FailureKind.Output, $"The output '{path}' is a folder; name a file in it.");
        if (!overwrite && File.Exists(path))
            throw new SignBridgeException(FailureKind.Output, $"The output '{path}' exists already; name another file or say --force to replace it.");
    }

    public static SignBridgeException Unwritable(string path, Exception cause) =>
        new(FailureKind.Output, $"The output '{path}' cannot be written ({cause.Message.TrimEnd('.')}); name a file in a folder that exists, is writable and has room.", cause);

    public static SignBridgeException UnwritableStandardOutput(Exception cause) =>
        new(FailureKind.Output, $"The standard output cannot be written ({cause.Message.TrimEnd('.')}); what was written before stands, name a file with -o.", cause);

    /// <summary>Writes a piece. With the first one goes what the file held.</summary>
    /// <exception cref="IOException">It cannot be written: the disk is full, or the reader of the pipe has gone.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (!_isBegun && _path is not null && _stream.CanSeek && _stream.Length > 0)
            _stream.SetLength(0);
        _isBegun = true;
        _stream.Write(bytes);
        _stream.Flush();
    }

    /// <summary>Writes the whole of a result.</summary>
    /// <exception cref="SignBridgeException">It cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public void WriteAll(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Write(bytes);
        }
        catch (IOException e)
        {
            throw _path is null ? UnwritableStandardOutput(e) : Unwritable(_path, e);
        }
    }

    /// <summary>A new file that nothing was written to goes again.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_isNew && !_isBegun)
            File.Delete(_path!);
    }

    // The console's stream drops what a closed pipe does not take, and the work would go on for nobody. A file that stdout was redirected
    // to may be shared with other programs, whose place in it only the console's stream respects.
    private static Stream OpenStandardOutput()
    {
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek)
            return pipe;
        pipe.Dispose();
        return Console.OpenStandardOutput();
    }
}
