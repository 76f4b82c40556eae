using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Takes upright images out of an OpenCV capture into pooled memory; may be disposed while another thread reads.</summary>
/// <remarks>OpenCV's own rotation allocates twice a frame; here the decoder writes into one image that is turned into the pooled one.</remarks>
internal sealed class CaptureReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly VideoCapture _capture;
    private readonly FramePool _pool;
    private readonly bool _ownsPool;
    private readonly UprightImage? _turned;
    private bool _disposed;

    /// <summary>Takes over <paramref name="capture"/>, which is open; a pool that it makes itself goes with it.</summary>
    public CaptureReader(VideoCapture capture, FramePool? pool)
    {
        _capture = capture;
        _pool = pool ?? new FramePool();
        _ownsPool = pool is null;
        capture.Set(VideoCaptureProperties.OrientationAuto, 0);
        _turned = capture.Get(VideoCaptureProperties.OrientationMeta) switch
        {
            90 => new UprightImage(RotateFlags.Rotate90Clockwise),
            180 => new UprightImage(RotateFlags.Rotate180),
            270 => new UprightImage(RotateFlags.Rotate90Counterclockwise),
            _ => null,
        };
    }

    /// <summary>Reads the next frame, which does not know yet which one it is, and where the capture says it stands, in milliseconds; null at
    /// the end.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public (VideoFrame Frame, double Milliseconds)? Read()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IFrameSource));
            var frame = _pool.Rent();
            var image = _turned?.Lying ?? frame.Image;
            try
            {
                if (_capture.Read(image) && !image.Empty())
                {
                    _turned?.CopyTo(frame.Image);
                    return (frame, _capture.PosMsec);
                }
            }
            catch (OpenCVException)
            {
                // An image that OpenCV cannot take over ends the stream, as a packet does that FFmpeg cannot decode.
            }

            frame.Dispose();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _capture.Dispose();
            _turned?.Dispose();
            if (_ownsPool)
                _pool.Dispose();
        }
    }
}
