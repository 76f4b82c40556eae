using System.Diagnostics;
using System.Diagnostics.Metrics;
using HdrHistogram;

namespace SignBridge;

/// <summary>Counts and times one stage: items, drops, time in the queue in front of it, time in its own work.</summary>
/// <remarks>
/// Work time of an item is the time from taking it until the stage asks for the next one, without the time in which the stage is suspended
/// because the stage behind it is slower. For a source it is the time to produce the item. The same figures go to the instruments of the
/// meter <c>SignBridge</c>, tagged with the stage.
/// </remarks>
public sealed class StageMeter
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string InstrumentationName = "SignBridge";

    private const long LongestMicroseconds = 3_600_000_000;
    private const int SignificantDigits = 2;

    private static readonly Meter Instruments = new(InstrumentationName);
    private static readonly ActivitySource Activities = new(InstrumentationName);
    private static readonly Counter<long> ItemCounter = Instruments.CreateCounter<long>("signbridge.stage.items", "{item}", "Items a stage took or a source made.");
    private static readonly Counter<long> DropCounter = Instruments.CreateCounter<long>("signbridge.stage.drops", "{item}", "Items dropped in front of a stage.");
    private static readonly Histogram<double> QueueDuration = Instruments.CreateHistogram<double>("signbridge.stage.queue.duration", "s", "Time an item waited for a stage.");
    private static readonly Histogram<double> WorkDuration = Instruments.CreateHistogram<double>("signbridge.stage.work.duration", "s", "Time a stage worked on an item.");

    private readonly TimeProvider _time;
    private readonly TagList _tags;
    private readonly LongConcurrentHistogram _queue = new(1, LongestMicroseconds, SignificantDigits);
    private readonly LongConcurrentHistogram _work = new(1, LongestMicroseconds, SignificantDigits);
    private long _items;
    private long _drops;

    internal StageMeter(string stage, TimeProvider time)
    {
        Stage = stage;
        _time = time;
        _tags = new TagList { { "stage", stage } };
    }

    /// <summary>The name of the stage.</summary>
    public string Stage { get; }

    internal long Now => _time.GetTimestamp();

    /// <summary>The figures so far.</summary>
    public StageStatistics Snapshot() =>
        new(Stage, Interlocked.Read(ref _items), Interlocked.Read(ref _drops), DurationStatistics.Of(_queue), DurationStatistics.Of(_work));

    internal void Dropped()
    {
        Interlocked.Increment(ref _drops);
        DropCounter.Add(1, _tags);
    }

    internal void Counted()
    {
        Interlocked.Increment(ref _items);
        ItemCounter.Add(1, _tags);
    }

    internal void Queued(long ticks) => Record(ticks, _queue, QueueDuration);

    internal void Worked(long ticks) => Record(ticks, _work, WorkDuration);

    internal Activity? StartActivity() => Activities.StartActivity(Stage);

    private void Record(long ticks, LongConcurrentHistogram histogram, Histogram<double> instrument)
    {
        var duration = _time.GetElapsedTime(0, ticks);
        histogram.RecordValue(Math.Clamp((long)duration.TotalMicroseconds, 0, LongestMicroseconds));
        instrument.Record(duration.TotalSeconds, _tags);
    }
}
