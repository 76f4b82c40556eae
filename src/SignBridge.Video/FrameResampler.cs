using System.Runtime.CompilerServices;

namespace SignBridge.Video;

/// <summary>Thins frames of any rate, steady or not, out to those that stand for the ticks of a steady rate.</summary>
/// <remarks>A frame that serves no tick is disposed; one that serves several comes once, so that its pose is estimated once.
/// Each frame is held back until the next one is there: one frame of latency.</remarks>
public static class FrameResampler
{
    /// <summary>Chooses frames as <see cref="TickSelector"/> does.</summary>
    /// <param name="frames">Frames with increasing times; they are taken over.</param>
    /// <param name="rate">Ticks a second, above 0.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SampledFrame> ResampleAsync(
        this IAsyncEnumerable<VideoFrame> frames, double rate, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var selector = new TickSelector(rate);
        VideoFrame? pending = null;
        try
        {
            await foreach (var frame in frames.WithCancellation(cancellationToken))
            {
                var tick = selector.Served;
                var count = selector.Next(frame.Time);
                (var before, pending) = (pending, frame);
                if (count > 0)
                    yield return new SampledFrame(before!, tick, count, selector.TimeOf(tick));
                else
                    before?.Dispose();
            }

            var lastTick = selector.Served;
            if (selector.Finish() is > 0 and var lastCount)
            {
                (var last, pending) = (pending, null);
                yield return new SampledFrame(last!, lastTick, lastCount, selector.TimeOf(lastTick));
            }
        }
        finally
        {
            pending?.Dispose();
        }
    }
}
