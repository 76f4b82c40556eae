using System.Runtime.CompilerServices;
using SignBridge.Video;

namespace SignBridge;

/// <summary>Watches frames pass and knows how much media time they covered.</summary>
internal sealed class MediaClock
{
    private TimeSpan? _first;
    private TimeSpan _last;

    /// <summary>From the first frame to the end of the last, which lasts as long as the nominal rate says.</summary>
    public TimeSpan Duration(double framesPerSecond) => _first is { } first ? _last - first + TimeSpan.FromSeconds(1 / framesPerSecond) : TimeSpan.Zero;

    public async IAsyncEnumerable<VideoFrame> WatchAsync(IAsyncEnumerable<VideoFrame> frames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var frame in frames.WithCancellation(cancellationToken))
        {
            _first ??= frame.Time;
            _last = frame.Time;
            yield return frame;
        }
    }
}
