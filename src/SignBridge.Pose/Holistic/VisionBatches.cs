namespace SignBridge.Pose.Holistic;

/// <summary>Runs the crops of all streams on one <see cref="VisionModel"/> in batches of a few fixed sizes, so that the device sees the same
/// shapes again and again; what is left of a batch beyond its crops holds old ones, and nobody reads what is said about them.</summary>
internal sealed class VisionBatches : IDisposable
{
    // A frame passes body and hand models one after another: each may cost it this much of the time that a live caption may take.
    private static readonly TimeSpan LatencyBudget = TimeSpan.FromMilliseconds(2);

    private readonly IReadOnlyList<int> _sizes;
    private readonly Func<int, VisionTensors> _create;
    private readonly Dictionary<int, VisionTensors> _batches = [];
    private readonly Batcher<VisionTensors> _batcher;

    /// <summary>Prepares the batches.</summary>
    /// <param name="sizes">How many images a batch may have, ascending.</param>
    /// <param name="create">Makes the memory of a batch.</param>
    /// <param name="time">What tells the time.</param>
    public VisionBatches(IReadOnlyList<int> sizes, Func<int, VisionTensors> create, TimeProvider time)
    {
        _sizes = sizes;
        _create = create;
        _batcher = new Batcher<VisionTensors>(sizes[^1], LatencyBudget, time, Run);
    }

    /// <summary>Adds a caller of <see cref="Run(VisionTensors)"/>.</summary>
    public void Join() => _batcher.Join();

    /// <summary>Takes a caller away.</summary>
    public void Leave() => _batcher.Leave();

    /// <summary>Looks at one image, together with those of others.</summary>
    public void Run(VisionTensors crop) => _batcher.Run(crop);

    /// <inheritdoc/>
    public void Dispose()
    {
        _batcher.Dispose();
        foreach (var batch in _batches.Values)
            batch.Dispose();
    }

    private void Run(IReadOnlyList<VisionTensors> crops)
    {
        var batch = BatchFor(crops.Count);
        for (var i = 0; i < crops.Count; i++)
            crops[i].Pixels.Content.CopyTo(batch.Pixels.Content[(i * crops[i].Pixels.Content.Length)..]);
        batch.Run();
        for (var i = 0; i < crops.Count; i++)
        {
            foreach (var (all, own) in batch.Outputs.Zip(crops[i].Outputs))
                all.AsSpan(i * own.Length, own.Length).CopyTo(own);
        }
    }

    private VisionTensors BatchFor(int count)
    {
        var size = _sizes.First(s => s >= count);
        if (!_batches.TryGetValue(size, out var batch))
            _batches[size] = batch = _create(size);
        return batch;
    }
}
