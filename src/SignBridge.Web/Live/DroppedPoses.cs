namespace SignBridge.Web;

/// <summary>Counts the poses that are missing at the ticks of a steady rate, and says when it begins and ends. Not thread-safe.</summary>
/// <remarks>The pose stage gives poses exactly at the ticks: where one is missing, its frame was dropped because the machine was too slow.</remarks>
/// <param name="rate">Ticks a second.</param>
internal sealed class DroppedPoses(double rate)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);
    private static readonly Notice Dropped = new(
        "frames-dropped", "The server is too slow for every frame, so signs may be missed: close other programs or sessions there.");

    private TimeSpan? _newest;
    private TimeSpan? _lastDrop;

    /// <summary>How many poses are missing so far.</summary>
    public long Count { get; private set; }

    /// <summary>Looks at the next pose.</summary>
    /// <returns>A notice, where something changed.</returns>
    public NoticeGiven? Look(TimeSpan time)
    {
        var missing = _newest is { } before ? (long)Math.Round((time - before).TotalSeconds * rate) - 1 : 0;
        _newest = time;
        if (missing > 0)
        {
            var begins = _lastDrop is null;
            (Count, _lastDrop) = (Count + missing, time);
            return begins ? new NoticeGiven(time, Dropped, NoticeState.Begins) : null;
        }

        if (_lastDrop is null || time - _lastDrop < Calm)
            return null;
        _lastDrop = null;
        return new NoticeGiven(time, Dropped, NoticeState.Ends);
    }
}
