using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Writes frames as an MP4 file without sound, which appears under its name only once it is whole.</summary>
/// <remarks>
/// The FFmpeg of the OpenCV natives has one encoder for MP4 that works on every machine: MPEG-4 Part 2 (<c>mp4v</c>). Media players
/// play it; browsers do not, for them: <c>ffmpeg -i OUT.mp4 -c:v libx264 -pix_fmt yuv420p WEB.mp4</c>. It has neither H.264 without
/// special hardware nor VP8, VP9 or AV1. Odd widths and heights lose their last column or row, which the codec cannot hold.
/// Below 18x18 pixels the natives cannot read back what they wrote, other decoders can.
/// OpenCV does not say when a disk is full, so <see cref="Complete"/> reads back what was written before it gives the file its name.
/// </remarks>
public sealed class VideoFileWriter : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly bool _overwrite;
    private readonly Size _size;
    private readonly VideoWriter _writer;
    private bool _isOpen = true;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file, ending in <c>.mp4</c>.</param>
    /// <param name="width">Width of the frames in pixels, at least 2.</param>
    /// <param name="height">Height of the frames in pixels, at least 2.</param>
    /// <param name="framesPerSecond">Rate at which they are shown, above 0.</param>
    /// <param name="overwrite">Whether a file of that name is replaced.</param>
    /// <exception cref="SignBridgeException">The file exists and is not to be replaced, has another ending, or cannot be written.</exception>
    public VideoFileWriter(string path, int width, int height, double framesPerSecond, bool overwrite = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        ThrowIfNotWritable(path, overwrite);
        NativeLog.Silence();
        _path = Path.GetFullPath(path);
        _partial = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileNameWithoutExtension(_path)}.{Guid.NewGuid():N}.partial.mp4");
        _overwrite = overwrite;
        _size = new Size(width, height);
        _writer = new VideoWriter("file:" + _partial, VideoCaptureAPIs.FFMPEG, VideoWriter.FourCC("mp4v"), framesPerSecond, _size);
        if (_writer.IsOpened())
            return;
        Discard();
        throw Failure($"'{path}' cannot be written as {width}x{height} video: check that there is room on the disk and that the frames are not too large.");
    }

    /// <summary>How many frames were written.</summary>
    public long FrameCount { get; private set; }

    /// <summary>Checks an output before work begins whose result it is to hold.</summary>
    /// <param name="path">The file, ending in <c>.mp4</c>.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <exception cref="SignBridgeException">The file exists and is not to be replaced, has another ending, or its folder cannot be written to.</exception>
    public static void ThrowIfNotWritable(string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase))
            throw Failure($"'{path}' does not end in .mp4, the one kind of video that can be written: choose a name that does.");
        if (Directory.Exists(path))
            throw Failure($"'{path}' is a folder: name a file in it.");
        if (!overwrite && File.Exists(path))
            throw Failure($"'{path}' exists already: delete it, choose another name, or ask for it to be overwritten.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw Failure($"The folder '{folder}' of '{path}' does not exist: create it or choose another.");
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}.probe"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Failure($"'{path}' cannot be written ({e.Message.TrimEnd('.')}): choose a folder that you may write to.", e);
        }
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="image">8-bit BGR, of the size the file was begun with.</param>
    /// <exception cref="ArgumentException">The image has another size or type.</exception>
    public void Write(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        if (image.Size() != _size || image.Type() != MatType.CV_8UC3)
            throw new ArgumentException($"The file holds {_size.Width}x{_size.Height} 8-bit BGR images, not {image.Width}x{image.Height} {image.Type()}.", nameof(image));
        _writer.Write(image);
        FrameCount++;
    }

    /// <summary>Ends the file, checks that all of it reached the disk, and gives it its name.</summary>
    /// <exception cref="SignBridgeException">The file is not whole (usually: the disk is full) or cannot take its name; nothing is left of it.</exception>
    /// <exception cref="InvalidOperationException">No frame was written.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        if (FrameCount == 0)
            throw new InvalidOperationException("A video has at least one frame.");
        _isOpen = false;
        _writer.Dispose();
        try
        {
            if (!IsWhole(_partial, FrameCount))
                throw Failure($"'{_path}' could not be written to its end: the disk is full or failed, so make room and try again.");
            File.Move(_partial, _path, _overwrite);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Failure($"'{_path}' cannot be written ({e.Message.TrimEnd('.')}): choose another name or folder.", e);
        }
        finally
        {
            File.Delete(_partial);
        }
    }

    /// <summary>Removes what was written unless <see cref="Complete"/> was called.</summary>
    public void Dispose()
    {
        if (_isOpen)
            Discard();
    }

    internal static bool IsWhole(string path, long frames)
    {
        if (ContainerCheck.Examine(path) != ContainerCheck.Finding.Whole)
            return false;
        using var capture = new VideoCapture("file:" + path, VideoCaptureAPIs.FFMPEG);
        return capture.IsOpened() && capture.FrameCount == frames;
    }

    private void Discard()
    {
        _isOpen = false;
        _writer.Dispose();
        File.Delete(_partial);
    }

    private static SignBridgeException Failure(string message, Exception? cause = null) => new(FailureKind.Output, message, cause);
}
