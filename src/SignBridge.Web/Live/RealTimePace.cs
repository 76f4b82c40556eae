namespace SignBridge.Web;

/// <summary>Holds back a reader whose client sends frames faster than time passes, so that no session takes the work of others.</summary>
/// <remarks>Each frame costs the media time since the one before, but never less than the shortest interval, and a gap costs no more than a
/// quarter of a second. What is saved up covers two seconds: a network that stalled may catch up.</remarks>
/// <param name="mostFramesPerSecond">Frames that cost one second.</param>
/// <param name="time">The clock.</param>
internal sealed class RealTimePace(double mostFramesPerSecond, TimeProvider time)
{
    private static readonly TimeSpan Credit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LargestCost = TimeSpan.FromSeconds(0.25);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _paid = -Credit;
    private TimeSpan _newest;

    /// <summary>Waits until the next frame may be read.</summary>
    public Task WaitAsync(TimeSpan mediaTime, CancellationToken cancellationToken)
    {
        var now = time.GetElapsedTime(_start);
        var cost = mediaTime - _newest;
        if (cost > LargestCost)
            cost = LargestCost;
        var least = TimeSpan.FromSeconds(1 / mostFramesPerSecond);
        _newest = mediaTime;
        _paid = (_paid > now - Credit ? _paid : now - Credit) + (cost > least ? cost : least);
        return _paid > now ? Task.Delay(_paid - now, time, cancellationToken) : Task.CompletedTask;
    }
}
