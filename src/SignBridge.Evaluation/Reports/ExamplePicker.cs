using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>Picks the samples that a reader looks at first: those that were read worst and best, the surest readings first.</summary>
internal sealed class ExamplePicker(RunFolder folder, IReadOnlyList<SampleResult> results, MetricTable table)
{
    private const int Examples = 6;

    /// <summary>None of them is as good as the best one.</summary>
    public IReadOnlyList<ReportExample> Worst(IEnumerable<int> rows)
    {
        var ranked = Ranked(rows).ToList();
        var best = ranked.Select(r => r.Goodness).DefaultIfEmpty().Max();
        return WithSketches(ranked.Where(r => r.Goodness < best).OrderBy(r => r.Goodness));
    }

    public IReadOnlyList<ReportExample> Best(IEnumerable<int> rows) => WithSketches(Ranked(rows).OrderByDescending(r => r.Goodness));

    private IEnumerable<(int Row, double Value, double Goodness)> Ranked(IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            if (table.Value(row) is var (metric, value) && !double.IsNaN(value))
                yield return (row, value, metric.HigherIsBetter ? value : -value);
        }
    }

    private List<ReportExample> WithSketches(IOrderedEnumerable<(int Row, double Value, double Goodness)> ranked)
    {
        var picked = ranked
            .ThenByDescending(r => results[r.Row].Ranked is [var best, ..] ? best.Confidence : 0)
            .ThenBy(r => r.Row)
            .Take(Examples)
            .ToList();
        var ids = picked.Select(r => results[r.Row].Index).ToHashSet();
        var sketches = ResultJournal.Read(folder.Results)
            .Where(r => r.Condition.Length == 0 && ids.Contains(r.Index))
            .ToDictionary(r => r.Index, r => r.Sketch);
        return [.. picked.Select(r => Example(results[r.Row], r.Value, sketches[results[r.Row].Index]))];
    }

    private static ReportExample Example(SampleResult result, double value, string? sketch) => new(
        result.Id,
        result.ReferenceGlosses is { } glosses ? string.Join(' ', glosses) : result.ReferenceText ?? "",
        string.Join(' ', result.Glosses) + (result.ReferenceText is null ? "" : $" → {result.Text}"),
        value, result.Error, sketch);
}
