using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Takes upright images out of an OpenCV capture into pooled memory; may be disposed while another thread reads.</summary>
/// <remarks>OpenCV's own rotation allocates twice a frame; here the decoder writes into one scratch image that is rotated into the pooled one.</remarks>
internal sealed class CaptureReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly VideoCapture _capture;
    private readonly FramePool _pool;
    private readonly Action<Mat> _release;
    private readonly bool _ownsPool;
    private readonly RotateFlags? _rotation;
    private readonly Mat? _scratch;
    private bool _disposed;

    /// <summary>Takes over <paramref name="capture"/>, which is open; a pool that it makes itself goes with it.</summary>
    public CaptureReader(VideoCapture capture, FramePool? pool)
    {
        _capture = capture;
        _pool = pool ?? new FramePool();
        _ownsPool = pool is null;
        _release = _pool.Return;
        capture.Set(VideoCaptureProperties.OrientationAuto, 0);
        _rotation = capture.Get(VideoCaptureProperties.OrientationMeta) switch
        {
            90 => RotateFlags.Rotate90Clockwise,
            180 => RotateFlags.Rotate180,
            270 => RotateFlags.Rotate90Counterclockwise,
            _ => null,
        };
        _scratch = _rotation is null ? null : new Mat();
    }

    /// <summary>Reads the next image and where the capture says it stands, in milliseconds; null at the end.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public (Mat Image, double Milliseconds)? Read()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IFrameSource));
            var image = _pool.Rent();
            try
            {
                if (_capture.Read(_scratch ?? image) && !(_scratch ?? image).Empty())
                {
                    if (_rotation is { } rotation)
                        Cv2.Rotate(_scratch!, image, rotation);
                    return (image, _capture.PosMsec);
                }
            }
            catch (OpenCVException)
            {
                // An image that OpenCV cannot take over ends the stream, as a packet does that FFmpeg cannot decode.
            }

            _pool.Return(image);
            return null;
        }
    }

    /// <summary>Makes a frame whose disposal gives the image back.</summary>
    public VideoFrame Frame(Mat image, TimeSpan time, long index) => new(image, time, index, _release);

    /// <summary>Gives back an image that became no frame.</summary>
    public void Return(Mat image) => _pool.Return(image);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _capture.Dispose();
            _scratch?.Dispose();
            if (_ownsPool)
                _pool.Dispose();
        }
    }
}
