using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>One frame: 8-bit BGR, upright. Whoever holds it disposes it, which gives it back to the pool it came from.</summary>
/// <remarks>A frame of a pool is a later frame of the stream after its disposal: nobody may look at it any more.</remarks>
public sealed class VideoFrame : IDisposable
{
    private readonly Action<VideoFrame>? _release;
    private bool _isHeld = true;

    /// <summary>Takes over <paramref name="image"/>.</summary>
    /// <param name="image">8-bit, three channels, BGR.</param>
    /// <param name="time">Media time at which the frame is shown.</param>
    /// <param name="index">Number of the frame in its source, from 0.</param>
    /// <param name="release">What disposal does with the frame; null disposes the image.</param>
    public VideoFrame(Mat image, TimeSpan time, long index, Action<VideoFrame>? release = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        Image = image;
        Time = time;
        Index = index;
        _release = release;
    }

    /// <summary>The pixels: 8-bit, three channels, BGR.</summary>
    public Mat Image { get; }

    /// <summary>Media time at which the frame is shown.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Number of the frame in its source, from 0.</summary>
    public long Index { get; private set; }

    /// <summary>The mean of all pixels and channels, 0 to 255.</summary>
    public double Brightness()
    {
        var mean = Cv2.Mean(Image);
        return (mean.Val0 + mean.Val1 + mean.Val2) / 3;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isHeld, false))
            return;
        if (_release is null)
            Image.Dispose();
        else
            _release(this);
    }

    /// <summary>Says which frame of the source this is, once its pixels are known.</summary>
    internal VideoFrame Show(TimeSpan time, long index)
    {
        (Time, Index) = (time, index);
        return this;
    }

    /// <summary>Takes the frame out of its pool.</summary>
    internal VideoFrame Hold()
    {
        _isHeld = true;
        return this;
    }
}
