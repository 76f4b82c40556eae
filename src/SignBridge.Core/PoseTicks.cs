namespace SignBridge;

/// <summary>Brings a stream of poses to a steady rate as <see cref="PoseResampling"/> does clips, one pose behind.</summary>
/// <remarks>Where poses are missing, the nearest one stands in for up to <see cref="LongestHold"/>; behind it nobody is there: a hand that
/// stood still for seconds would be read as a sign. Not thread-safe.</remarks>
/// <param name="rate">Poses a second, above 0.</param>
public sealed class PoseTicks(double rate)
{
    /// <summary>How long a pose stands in for missing ones.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(0.5);

    private readonly TickSelector _selector = new(rate);
    private PoseFrame _pending;

    /// <summary>Takes the next pose and gives those of the ticks that the one before it serves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time runs backwards.</exception>
    public IEnumerable<PoseFrame> Next(PoseFrame pose)
    {
        var tick = _selector.Served;
        var count = _selector.Next(pose.Time);
        (var before, _pending) = (_pending, pose);
        return Serve(before, tick, count);
    }

    /// <summary>Gives the ticks of the last pose.</summary>
    public IEnumerable<PoseFrame> Finish()
    {
        var tick = _selector.Served;
        return Serve(_pending, tick, _selector.Finish());
    }

    private IEnumerable<PoseFrame> Serve(PoseFrame pose, long tick, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var time = _selector.TimeOf(tick + i);
            yield return (time - pose.Time).Duration() > LongestHold ? PoseFrame.Empty(time, pose.Layout) : pose.At(time);
        }
    }
}
