using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>Picks the samples that a reader looks at first: those that were read worst and best by the first metric, then by the next ones, the
/// surest readings first.</summary>
internal sealed class ExamplePicker
{
    private const int Examples = 6;
    private readonly RunFolder _folder;
    private readonly IReadOnlyList<SampleResult> _results;
    private readonly List<(int Row, double[] Goodness)> _ranked;

    /// <param name="folder">The run.</param>
    /// <param name="results">Its samples as they are.</param>
    /// <param name="table">Their scores, at the same places.</param>
    public ExamplePicker(RunFolder folder, IReadOnlyList<SampleResult> results, MetricTable table)
    {
        (_folder, _results) = (folder, results);
        _ranked = [.. Enumerable.Range(0, results.Count).Select(r => (Row: r, Goodness: table.Goodness(r).ToArray())).Where(r => r.Goodness.Length > 0)
            .OrderBy(r => r.Goodness, Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .ThenByDescending(r => results[r.Row].Ranked is [var best, ..] ? best.Confidence : 0)
            .ThenBy(r => r.Row)];
    }

    /// <summary>None of them is as good as the best one.</summary>
    public IReadOnlyList<ReportExample> Worst() => WithSketches(_ranked.TakeWhile(r => !r.Goodness.AsSpan().SequenceEqual(_ranked[^1].Goodness)));

    /// <summary>The best ones; among equals the surest.</summary>
    public IReadOnlyList<ReportExample> Best() => WithSketches(_ranked
        .GroupBy(r => r.Goodness, EqualityComparer<double[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), g => HashCode.Combine(g.Length, g[0])))
        .Reverse()
        .SelectMany(g => g));

    private List<ReportExample> WithSketches(IEnumerable<(int Row, double[] Goodness)> ranked)
    {
        var picked = ranked.Take(Examples).ToList();
        var indices = picked.Select(r => _results[r.Row].Index).ToHashSet();
        var sketches = ResultJournal.Read(_folder.Results)
            .Where(r => r.Condition.Length == 0 && indices.Contains(r.Index))
            .ToDictionary(r => r.Index, r => r.Sketch);
        return [.. picked.Select(r => Example(_results[r.Row], Math.Abs(r.Goodness[0]), sketches[_results[r.Row].Index]))];
    }

    private static ReportExample Example(SampleResult result, double value, string? sketch) => new(result.Id, result.Shown, result.Read, value, sketch);
}
