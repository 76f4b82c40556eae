using System.Collections.Concurrent;

namespace SignBridge;

/// <summary>The meters of a pipeline's stages, by name. Runs that share it add up.</summary>
public sealed class PipelineMeters(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<StageMeter>> _meters = new();
    private readonly ConcurrentQueue<StageMeter> _order = new();

    /// <summary>The meter of a stage, made at its first use.</summary>
    public StageMeter For(string stage) => _meters.GetOrAdd(stage, name => new Lazy<StageMeter>(() =>
    {
        var meter = new StageMeter(name, time);
        _order.Enqueue(meter);
        return meter;
    })).Value;

    /// <summary>The figures of all stages, in the order of their first use.</summary>
    public IReadOnlyList<StageStatistics> Snapshot() => [.. _order.Select(m => m.Snapshot())];
}
