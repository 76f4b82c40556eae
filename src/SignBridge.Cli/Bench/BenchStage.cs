namespace SignBridge.Cli;

/// <summary>The figures of a stage over the measured rounds.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Items">Items it took.</param>
/// <param name="WorkMilliseconds">Its work on an item.</param>
/// <param name="QueueMilliseconds">The wait of an item for it.</param>
/// <param name="Drops">Items that were dropped in front of it.</param>
internal sealed record BenchStage(string Stage, long Items, Percentiles WorkMilliseconds, Percentiles QueueMilliseconds, long Drops = 0)
{
    public static BenchStage Of(StageStatistics s) => new(s.Stage, s.Items, Percentiles.Of(s.Work), Percentiles.Of(s.Queue), s.Drops);
}
