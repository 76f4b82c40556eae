using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>One frame: 8-bit BGR, upright. Whoever holds it disposes it, which gives its memory back to the pool it came from.</summary>
public sealed class VideoFrame : IDisposable
{
    private Action<Mat>? _release;

    /// <summary>Takes over <paramref name="image"/>.</summary>
    /// <param name="image">8-bit, three channels, BGR.</param>
    /// <param name="time">Media time at which the frame is shown.</param>
    /// <param name="index">Number of the frame in its source, from 0.</param>
    /// <param name="release">What disposal does with the image; null disposes it.</param>
    public VideoFrame(Mat image, TimeSpan time, long index, Action<Mat>? release = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        Image = image;
        Time = time;
        Index = index;
        _release = release ?? (static m => m.Dispose());
    }

    /// <summary>The pixels: 8-bit, three channels, BGR.</summary>
    public Mat Image { get; }

    /// <summary>Media time at which the frame is shown.</summary>
    public TimeSpan Time { get; }

    /// <summary>Number of the frame in its source, from 0.</summary>
    public long Index { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke(Image);
}
