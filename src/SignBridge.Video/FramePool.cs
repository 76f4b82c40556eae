using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Frames that are used again instead of being allocated.</summary>
/// <remarks>Thread-safe. The image of a frame keeps its size, so that a stream of equal frames allocates nothing, managed or native, once
/// as many frames exist as are under way at the same time.</remarks>
/// <param name="capacity">How many idle frames are kept, at least 1; those beyond it are freed when they come back.</param>
public sealed class FramePool(int capacity = FramePool.DefaultCapacity) : IDisposable
{
    /// <summary>Enough for the frames of a live pipeline: a few stages with short queues.</summary>
    public const int DefaultCapacity = 16;

    private readonly Lock _gate = new();
    private readonly Stack<VideoFrame> _idle = new(capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity)));
    private bool _disposed;

    /// <summary>How many frames wait to be used.</summary>
    public int IdleCount
    {
        get
        {
            lock (_gate)
                return _idle.Count;
        }
    }

    /// <summary>Takes a frame, of any size and with any content. Its disposal gives it back; a full or disposed pool frees it.</summary>
    public VideoFrame Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _idle.TryPop(out var frame) ? frame.Hold() : new VideoFrame(new Mat(), default, 0, Return);
        }
    }

    /// <summary>Frees the idle frames; those in use are freed when they come back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_idle.TryPop(out var frame))
                frame.Image.Dispose();
        }
    }

    private void Return(VideoFrame frame)
    {
        lock (_gate)
        {
            if (!_disposed && _idle.Count < capacity)
            {
                _idle.Push(frame);
                return;
            }
        }

        frame.Image.Dispose();
    }
}
