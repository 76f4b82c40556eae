using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>What a report keeps of a result in memory, however many there are.</summary>
/// <param name="Index">The place of the sample in the data set.</param>
/// <param name="Condition">As in <see cref="SampleResult.Condition"/>.</param>
/// <param name="IsFailed">Whether nothing was read.</param>
/// <param name="Sample">The result without its sketch, which only the examples need; null for a perturbed sample.</param>
/// <param name="Statistics">A row for each metric; null where the sample has no reference of its kind.</param>
internal sealed record ScoredResult(int Index, string Condition, bool IsFailed, SampleResult? Sample, double[]?[] Statistics)
{
    // Enough to keep all cores busy, few enough not to matter in memory.
    private const int AtOnce = 4096;

    /// <summary>Scores results while they are read, on all cores.</summary>
    /// <returns>The samples as they are in their order, then the perturbed ones.</returns>
    public static List<ScoredResult> Of(IEnumerable<SampleResult> results, IReadOnlyList<SampleMetric> metrics) =>
    [
        .. results.Chunk(AtOnce)
            .SelectMany(chunk => chunk.AsParallel().Select(r => Of(r, metrics)).ToList())
            .OrderBy(r => r.Sample is null).ThenBy(r => r.Index).ThenBy(r => r.Condition, StringComparer.Ordinal),
    ];

    private static ScoredResult Of(SampleResult result, IReadOnlyList<SampleMetric> metrics) => new(
        result.Index, result.Condition, result.Error is not null,
        result.Condition.Length == 0 ? result with { Sketch = null } : null,
        [.. metrics.Select(m => m.Statistics(result))]);
}
