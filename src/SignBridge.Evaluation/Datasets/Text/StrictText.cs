using System.Text;
using System.Text.Unicode;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Opens text files of data sets: UTF-8, with or without a byte order mark. Bytes that are not UTF-8 are refused instead of
/// being replaced, since a replaced letter in a reference costs a score and nobody sees why.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a file behind its byte order mark.</summary>
    /// <exception cref="SignBridgeException">It is missing or cannot be opened (<see cref="FailureKind.Input"/>).</exception>
    public static StreamReader Open(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            SkipByteOrderMark(stream);

            // A reader that looks for the mark itself would decode behind it with an encoding that replaces what is invalid.
            return new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{path}' does not exist; check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Runs a step of reading and turns what a damaged file throws into one sentence.</summary>
    /// <exception cref="SignBridgeException">The file is not UTF-8 or cannot be read on (<see cref="FailureKind.Input"/>).</exception>
    public static T Step<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException e)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{path}' is not UTF-8{InvalidLine(path)}: expected text in UTF-8 with or without a byte order mark; save it in this encoding.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    // A reader decodes far ahead of the line that it is at, so a file that can be read once more is.
    private static string InvalidLine(string path)
    {
        if (!File.Exists(path))
            return "";
        var bytes = File.ReadAllBytes(path).AsSpan();
        for (var line = 1; ; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (!Utf8.IsValid(end < 0 ? bytes : bytes[..end]))
                return FormattableString.Invariant($" in line {line}");
            if (end < 0)
                return "";
            bytes = bytes[(end + 1)..];
        }
    }

    private static void SkipByteOrderMark(FileStream stream)
    {
        Span<byte> start = stackalloc byte[3];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!start[..read].SequenceEqual(System.Text.Encoding.UTF8.Preamble))
            stream.Position = 0;
    }

    private static SignBridgeException Unreadable(string path, Exception e) =>
        new(FailureKind.Input, $"'{path}' cannot be read ({e.Message.TrimEnd('.')}); name a file that you may read.", e);
}
