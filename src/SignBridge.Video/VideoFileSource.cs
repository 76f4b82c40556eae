using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>The frames of a video file: whatever the FFmpeg of the OpenCV natives decodes, upright, with the times of its container.</summary>
public sealed class VideoFileSource : IFrameSource
{
    /// <summary>Code of the notice about a file that ends before its container says.</summary>
    public const string TruncatedVideo = "truncated-video";

    /// <summary>Code of the notice about frames in the middle of a file that cannot be decoded.</summary>
    public const string DamagedVideo = "damaged-video";

    /// <summary>How many undecodable packets in a row are passed over: 10 s at 30 frames/s, longer than the usual distance of key frames.</summary>
    private const int LongestGap = 300;

    private readonly string _path;
    private readonly CaptureReader _reader;
    private readonly FrameClock _clock;
    private readonly List<Notice> _notices = [];
    private VideoFrame? _first;
    private long _undecodable;
    private bool _wasRead;

    /// <summary>Opens a file and decodes its first frame.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pool">Where frames take their memory from; null gives the source one of its own.</param>
    /// <param name="mostPixels">Pixels that a frame may have; a larger one is not decoded.</param>
    /// <exception cref="SignBridgeException">The file is missing, cannot be read, has larger frames, or holds none that can be decoded.</exception>
    public VideoFileSource(string path, FramePool? pool = null, int mostPixels = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
        VideoFileFailure.ThrowIfNoFile(path);
        NativeLog.Silence();

        // The protocol is named so that FFmpeg does not take "a:b.mp4" for an address, nor a playlist's name for a protocol of its own.
        var capture = new VideoCapture("file:" + Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG);
        if (!capture.IsOpened())
        {
            capture.Dispose();
            throw VideoFileFailure.Unreadable(path);
        }

        if ((long)capture.FrameWidth * capture.FrameHeight > mostPixels)
        {
            var tooLarge = VideoFileFailure.TooLarge(path, capture.FrameWidth, capture.FrameHeight, mostPixels);
            capture.Dispose();
            throw tooLarge;
        }

        var rate = capture.Fps is > 0 and <= 1000 and var given ? given : ImageFolderSource.DefaultRate;
        var count = capture.FrameCount;
        var codec = capture.FourCC;
        _reader = new CaptureReader(capture, pool);
        _clock = new FrameClock(rate);
        if (ReadOverGap(read: 0, count) is not var (first, milliseconds))
        {
            _reader.Dispose();
            throw VideoFileFailure.NoFrame(path, codec);
        }

        _first = first.Show(_clock.Next(milliseconds), 0);
        Info = new VideoInfo(first.Image.Width, first.Image.Height, rate, count > 0 ? count : null, IsLive: false);
    }

    /// <inheritdoc/>
    public VideoInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoFrame> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _wasRead, true))
            throw new InvalidOperationException("A source is read once: open the file again.");
        return ReadFramesAsync(cancellationToken);
    }

    private async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        var last = TimeSpan.Zero;
        long index = 0;
        if (Interlocked.Exchange(ref _first, null) is { } first)
        {
            index = 1;
            yield return first;
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadOverGap(index, Info.FrameCount) is not var (frame, milliseconds))
                break;
            last = _clock.Next(milliseconds);
            yield return frame.Show(last, index++);
        }

        if (IsCutOff())
            _notices.Add(VideoFileFailure.Truncated(_path, index, last)); // its last frame is broken: that is the same fault
        else if (_undecodable > 0)
            _notices.Add(VideoFileFailure.Damaged(_path, _undecodable));
    }

    private bool IsCutOff()
    {
        try
        {
            return ContainerCheck.Examine(_path) == ContainerCheck.Finding.CutOff;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the file went away after its frames were read: no reason to lose them
        }
    }

    /// <summary>OpenCV gives up at the first packet that cannot be decoded; asked again, it goes on behind it.</summary>
    private (VideoFrame Frame, double Milliseconds)? ReadOverGap(long read, long? announced)
    {
        for (var gap = 0; gap <= LongestGap; gap++)
        {
            if (_reader.Read() is { } frame)
            {
                _undecodable += gap;
                return frame;
            }

            if (read >= announced)
                break;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.Exchange(ref _first, null)?.Dispose();
        _reader.Dispose();
    }
}
