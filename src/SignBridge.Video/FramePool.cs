using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Images that are used again instead of being allocated for each frame.</summary>
/// <remarks>Thread-safe. An image keeps the size of the frame it last held, so that a stream of equal frames allocates nothing once
/// as many images exist as are under way at the same time.</remarks>
/// <param name="capacity">How many idle images are kept, at least 1; those beyond it are freed when they come back.</param>
public sealed class FramePool(int capacity = FramePool.DefaultCapacity) : IDisposable
{
    /// <summary>Enough for the frames of a live pipeline: a few stages with short queues.</summary>
    public const int DefaultCapacity = 16;

    private readonly Lock _gate = new();
    private readonly Stack<Mat> _idle = new(capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity)));
    private bool _disposed;

    /// <summary>How many images wait to be used.</summary>
    public int IdleCount
    {
        get
        {
            lock (_gate)
                return _idle.Count;
        }
    }

    /// <summary>Takes an image, of any size and with any content. Whoever takes it gives it back or disposes it.</summary>
    public Mat Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _idle.TryPop(out var image) ? image : new Mat();
        }
    }

    /// <summary>Gives an image back; a full or disposed pool frees it.</summary>
    public void Return(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        lock (_gate)
        {
            if (!_disposed && _idle.Count < capacity)
            {
                _idle.Push(image);
                return;
            }
        }

        image.Dispose();
    }

    /// <summary>Frees the idle images; those in use are freed when they come back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_idle.TryPop(out var image))
                image.Dispose();
        }
    }
}
