using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>Makes the report of a run out of its results, whatever order they were written in.</summary>
/// <param name="metrics">The most important first.</param>
public sealed class ReportBuilder(IReadOnlyList<SampleMetric> metrics)
{
    private const string Unperturbed = "none";

    /// <summary>Reads the results of a run.</summary>
    /// <exception cref="SignBridgeException">The run is not finished (<see cref="FailureKind.Input"/>).</exception>
    public EvaluationReport Build(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var outcome = folder.Outcome() ?? throw new SignBridgeException(
            FailureKind.Input, $"The run '{folder.Path}' is not finished; run its command again, which goes on where it stopped.");
        var results = ResultJournal.Read(folder.Results)
            .Select(r => r with { Sketch = null }) // of a hundred thousand only those of the examples are drawn
            .OrderBy(r => r.Index).ThenBy(r => r.Condition, StringComparer.Ordinal)
            .ToList();
        var table = new MetricTable(metrics, results, folder.Settings.Seed);
        int[] plain = [.. Enumerable.Range(0, results.Count).Where(i => results[i].Condition.Length == 0)];
        var samples = plain.Select(i => results[i]).ToList();
        var scores = table.Scores(plain);
        var labels = folder.Settings.Mode == RecognitionMode.Isolated
            ? LabelEvaluation.Of([.. samples.Select(r => r.Prediction).OfType<LabelPrediction>()])
            : null;
        var examples = new ExamplePicker(folder, results, table);
        return new EvaluationReport
        {
            Settings = folder.Settings,
            Origin = folder.Origin,
            Outcome = outcome,
            Samples = samples.Count,
            Failed = [.. samples.Where(r => r.Error is not null).Select(r => new FailedSample(r.Id, r.Error!))],
            Scores = [.. scores, .. labels?.Scores.Where(s => scores.All(o => o.Metric != s.Metric)) ?? []],
            Slices = [.. SliceKey.Of(samples).Select(key => Groups(key.Name, plain.GroupBy(i => key.Group(results[i])), table))],
            Robustness = Robustness(folder.Settings, results, table),
            Labels = labels,
            Worst = examples.Worst(plain),
            Best = examples.Best(plain),
        };
    }

    private static ReportTable Groups(string name, IEnumerable<IGrouping<string?, int>> groups, MetricTable table) => new(
        name, [.. groups.OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReportRow(g.Key ?? "not known", g.Count(), table.Scores([.. g])))]);

    // Levels stand in the order of the plan, the samples as they are in front of each.
    private static List<ReportTable> Robustness(RunSettings settings, List<SampleResult> results, MetricTable table)
    {
        var rows = Enumerable.Range(0, results.Count).ToLookup(i => results[i].Condition);
        return [.. settings.Perturbations
            .Select(p => p.Split('=', 2))
            .GroupBy(p => p[0])
            .Select(g => new ReportTable(g.Key, [Row(Unperturbed, ""), .. g.Select(p => Row(p.Length > 1 ? p[1] : p[0], string.Join('=', p)))]))];

        ReportRow Row(string level, string condition)
        {
            int[] members = [.. rows[condition]];
            return new ReportRow(level, members.Length, table.Scores(members));
        }
    }
}
