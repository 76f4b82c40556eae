using System.Globalization;

namespace SignBridge.Video;

/// <summary>Says why a video file cannot be read and what to do about it.</summary>
internal static class VideoFileFailure
{
    /// <summary>Checks what can be checked without FFmpeg, which has one answer to everything.</summary>
    public static void ThrowIfNoFile(string path)
    {
        if (Directory.Exists(path))
            throw Failure($"'{path}' is a folder, not a video file: name a file in it.");
        if (!File.Exists(path))
            throw Failure(path.Contains("://", StringComparison.Ordinal)
                ? $"'{path}' is an address, which cannot be opened: download the video and name the file."
                : $"'{path}' does not exist: expected a video file or a folder of images, so check the path.");
        try
        {
            // The length is asked for first: to open a pipe that nobody writes to would wait for ever.
            if (new FileInfo(path).Length > 0)
            {
                using var file = File.OpenRead(path);
                if (file.CanSeek && file.Length > 0)
                    return;
            }

            throw Failure($"'{path}' is empty (0 bytes) or a pipe: expected a video file, so record it again, or save the stream to a file first.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Failure($"'{path}' may not be read ({e.Message.TrimEnd('.')}): give yourself read permission.", e);
        }
    }

    /// <summary>FFmpeg did not open the file.</summary>
    public static SignBridgeException Unreadable(string path)
    {
        if (ContainerCheck.Examine(path) == ContainerCheck.Finding.IndexMissing)
            return Failure($"'{path}' is cut off before its index (moov), without which no frame can be read: copy or record it again.");
        return Failure(IsText(path)
            ? $"'{path}' is a text file whatever its name says: expected a video, so name the file that holds it."
            : $"'{path}' holds no video that can be read: expected a video file with at least one frame, so check that a player shows it.");
    }

    /// <summary>The frames of the file are larger than the caller takes.</summary>
    public static SignBridgeException TooLarge(string path, int width, int height, int mostPixels) => Failure(
        $"'{path}' has frames of {width}x{height}, expected at most {mostPixels} pixels: scale the video down.");

    /// <summary>FFmpeg opened the file but gave no frame.</summary>
    public static SignBridgeException NoFrame(string path, string codec) => Failure(
        $"'{path}' gave no frame (codec {codec}): it holds none, is damaged, or its codec is not supported, "
        + $"so convert it to H.264 (ffmpeg -i INPUT -c:v libx264 OUTPUT.mp4).");

    /// <summary>The file ends before its container says.</summary>
    public static Notice Truncated(string path, long frames, TimeSpan last) => new(
        VideoFileSource.TruncatedVideo,
        string.Create(CultureInfo.InvariantCulture, $"'{path}' is cut off: what is there was read, {frames} frames up to {last.TotalSeconds:0.00} s."));

    /// <summary>Frames in the middle of the file are lost.</summary>
    public static Notice Damaged(string path, long frames) => new(
        VideoFileSource.DamagedVideo,
        string.Create(CultureInfo.InvariantCulture, $"'{path}' is damaged: about {frames} of its frames could not be decoded and are missing."));

    private static bool IsText(string path)
    {
        Span<byte> head = stackalloc byte[512];
        using var file = File.OpenRead(path);
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var value in head)
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return false;
        }

        return true;
    }

    private static SignBridgeException Failure(string message, Exception? cause = null) => new(FailureKind.Input, message, cause);
}
