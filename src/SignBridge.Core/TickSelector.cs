namespace SignBridge;

/// <summary>Chooses, from items with times, those that stand for the ticks of a steady rate: for each tick the item nearest in time,
/// the earlier of two that are equally near.</summary>
/// <remarks>
/// Tick k is at k / rate after the first item. From 30 to 15 items/s every second item serves one tick, from 12 to 15 some serve two.
/// The same selection works on frames, so that none is decoded into a pose twice or for nothing, and on poses that come from a file.
/// It streams with a lookahead of one: which ticks an item serves is known when the time of the next one is. Times are compared as
/// whole 100 ns steps, so the choice does not depend on floating point. Not thread-safe.
/// </remarks>
public sealed class TickSelector
{
    private readonly double _period;
    private TimeSpan _first;
    private TimeSpan _previous;
    private TimeSpan _pending;
    private bool _any;

    /// <summary>Creates a selector.</summary>
    /// <param name="rate">Ticks a second, above 0.</param>
    public TickSelector(double rate)
    {
        if (!double.IsFinite(rate) || rate <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is above 0.");
        Rate = rate;
        _period = TimeSpan.TicksPerSecond / rate;
    }

    /// <summary>Ticks a second.</summary>
    public double Rate { get; }

    /// <summary>How many ticks were served so far, which is also the number of the next one.</summary>
    public long Served { get; private set; }

    /// <summary>The media time of a tick.</summary>
    public TimeSpan TimeOf(long tick) => _first + TimeSpan.FromTicks((long)Math.Round(tick * _period));

    /// <summary>Takes the time of the next item and says how many ticks the item before it serves: those from <see cref="Served"/> on.</summary>
    /// <param name="time">Media time, not before that of the item before.</param>
    /// <returns>The number of ticks of the item before; 0 for the first item, which has none before it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Time runs backwards.</exception>
    public int Next(TimeSpan time)
    {
        if (!_any)
        {
            (_first, _previous, _pending, _any) = (time, time, time, true);
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(time, _pending);
        var count = Serve(_pending, time);
        (_previous, _pending) = (_pending, time);
        return count;
    }

    /// <summary>Says how many ticks the last item serves: it is taken to last as long as the one before it, and a single item serves one.</summary>
    public int Finish()
    {
        if (!_any)
            return 0;
        _any = false;
        return Served == 0 && _pending == _first ? Count(1) : Serve(_pending, _pending + (_pending - _previous));
    }

    /// <summary>How many ticks each of a sequence of items serves.</summary>
    /// <param name="times">Their times, not decreasing.</param>
    /// <param name="rate">Ticks a second, above 0.</param>
    /// <returns>One count for each time; their sum is the number of ticks.</returns>
    public static IEnumerable<int> Select(IEnumerable<TimeSpan> times, double rate)
    {
        ArgumentNullException.ThrowIfNull(times);
        var selector = new TickSelector(rate);
        var isFirst = true;
        foreach (var time in times)
        {
            var count = selector.Next(time);
            if (!isFirst)
                yield return count;
            isFirst = false;
        }

        if (!isFirst)
            yield return selector.Finish();
    }

    private int Serve(TimeSpan from, TimeSpan to)
    {
        var middle = (from - _first).Ticks + (to - _first).Ticks;
        var count = 0;
        while (2 * (TimeOf(Served + count) - _first).Ticks <= middle)
            count++;
        return Count(count);
    }

    private int Count(int count)
    {
        Served += count;
        return count;
    }
}
