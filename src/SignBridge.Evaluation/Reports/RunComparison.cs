using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>Two runs side by side, over the samples that both read.</summary>
/// <param name="Baseline">The settings of the first run.</param>
/// <param name="System">The settings of the second run.</param>
/// <param name="Metrics">A line a metric.</param>
/// <param name="OnlyInOne">Samples that one run lacks; they are left out.</param>
/// <param name="Better">Samples that the second run read better, by gain.</param>
/// <param name="Worse">Samples that it read worse, by loss.</param>
public sealed record RunComparison(
    RunSettings Baseline, RunSettings System, IReadOnlyList<ComparedMetric> Metrics, int OnlyInOne,
    IReadOnlyList<ComparedSample> Better, IReadOnlyList<ComparedSample> Worse)
{
    /// <summary>Compares the samples as they are; perturbed ones have tables of their own in each report.</summary>
    /// <param name="baseline">The first run.</param>
    /// <param name="system">The second run.</param>
    /// <param name="metrics">The most important first: the first one by which a sample differs decides which run read it better.</param>
    /// <param name="seed">Decides what the tests draw.</param>
    /// <exception cref="SignBridgeException">The runs have no samples in common, or differ in what a sample shows (<see cref="FailureKind.Input"/>).</exception>
    public static RunComparison Of(RunFolder baseline, RunFolder system, IReadOnlyList<SampleMetric> metrics, int seed)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(metrics);
        var others = Samples(system).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var first = Samples(baseline).OrderBy(r => r.Index).ToList();
        var pairs = first.Where(r => others.ContainsKey(r.Id)).Select(r => (Baseline: r, System: others[r.Id])).ToList();
        Require(baseline, system, pairs);
        var changed = pairs.Select(p => Compare(p.Baseline, p.System, metrics)).OfType<ComparedSample>().ToList();
        return new RunComparison(
            baseline.Settings, system.Settings,
            [.. metrics.Select(m => Compare(pairs, m, seed)).OfType<ComparedMetric>()],
            first.Count + others.Count - 2 * pairs.Count,
            [.. changed.Where(c => c.Gain > 0).OrderByDescending(c => c.Gain)],
            [.. changed.Where(c => c.Gain < 0).OrderBy(c => c.Gain)]);
    }

    private static IEnumerable<SampleResult> Samples(RunFolder run) =>
        ResultJournal.Read(run.Results).Where(r => r.Condition.Length == 0).Select(r => r with { Sketch = null });

    private static void Require(RunFolder baseline, RunFolder system, List<(SampleResult Baseline, SampleResult System)> pairs)
    {
        if (pairs.Count == 0)
            throw new SignBridgeException(FailureKind.Input, $"The runs '{baseline.Path}' and '{system.Path}' have no samples in common; compare two runs over the same data set.");
        var other = pairs.Find(p => p.Baseline.ReferenceText != p.System.ReferenceText
            || !(p.Baseline.ReferenceGlosses ?? []).SequenceEqual(p.System.ReferenceGlosses ?? [], StringComparer.OrdinalIgnoreCase));
        if (other.Baseline is { } sample)
            throw new SignBridgeException(FailureKind.Input, $"The sample '{sample.Id}' shows something else in '{system.Path}' than in '{baseline.Path}'; compare two runs over the same data set.");
    }

    private static ComparedMetric? Compare(List<(SampleResult Baseline, SampleResult System)> pairs, SampleMetric metric, int seed)
    {
        var statistics = pairs.Select(p => (Baseline: metric.Statistics(p.Baseline), System: metric.Statistics(p.System)))
            .Where(s => s.Baseline is not null && s.System is not null)
            .ToList();
        if (statistics.Count == 0)
            return null;
        var (before, after) = (StatisticsTable.Of([.. statistics.Select(s => s.Baseline!)]), StatisticsTable.Of([.. statistics.Select(s => s.System!)]));
        var bootstrap = Test(PairedTestKind.Bootstrap);
        return new ComparedMetric(
            metric.Name, statistics.Count, bootstrap.Baseline, bootstrap.System, bootstrap.PValue, Test(PairedTestKind.ApproximateRandomization).PValue, metric.Signature);

        PairedTestResult Test(PairedTestKind kind) => PairedTest.Run(kind, before, after, sum => metric.Score(sum).Value, seed: seed);
    }

    private static ComparedSample? Compare(SampleResult baseline, SampleResult system, IReadOnlyList<SampleMetric> metrics)
    {
        foreach (var metric in metrics)
        {
            if (metric.Statistics(baseline) is not { } before || metric.Statistics(system) is not { } after)
                continue;
            var gain = metric.Score(after).Value - metric.Score(before).Value;
            if (gain is 0 or double.NaN)
                continue;
            return new ComparedSample(baseline.Id, baseline.Shown, baseline.Read, system.Read, metric.HigherIsBetter ? gain : -gain);
        }

        return null;
    }
}
