using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Perturbations;
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
        var results = ScoredResult.Of(ResultJournal.Read(folder.Results), metrics);
        var table = new MetricTable(metrics, results, folder.Settings.Seed);
        var samples = results.TakeWhile(r => r.Sample is not null).Select(r => r.Sample!).ToList();
        int[] plain = [.. Enumerable.Range(0, samples.Count)];
        var scores = table.Scores(plain);
        var labels = folder.Settings.Mode == RecognitionMode.Isolated
            ? LabelEvaluation.Of([.. samples.Select(r => r.Prediction).OfType<LabelPrediction>()])
            : null;
        var examples = new ExamplePicker(folder, samples, table);
        return new EvaluationReport
        {
            Settings = folder.Settings,
            Origin = folder.Origin,
            Outcome = outcome,
            Samples = samples.Count,
            Failed = [.. samples.Where(r => r.Error is not null).Select(r => new FailedSample(r.Id, r.Error!))],
            Scores = [.. scores, .. labels?.Scores.Where(s => scores.All(o => o.Metric != s.Metric)) ?? []],
            Slices = [.. SliceKey.Of(samples).Select(key => new ReportTable(key.Name, [.. key.Groups(samples).Select(g => Row(g.Key, g.Value))]))],
            Robustness = Robustness(),
            Labels = labels,
            Worst = examples.Worst(),
            Best = examples.Best(),
        };

        ReportRow Row(string name, IReadOnlyList<int> rows) => new(name, rows.Count, rows.Count(i => results[i].IsFailed), table.Scores(rows));

        // Levels stand in the order of the plan, the samples as they are in front of each.
        List<ReportTable> Robustness()
        {
            var conditions = Enumerable.Range(0, results.Count).ToLookup(i => results[i].Condition);
            return [.. PerturbationPlan.Parse(string.Join(';', folder.Settings.Perturbations))
                .GroupBy(p => p.Name)
                .Select(g => new ReportTable(g.Key, [Row(Unperturbed, plain), .. g.Select(p => Row(p.Level.Length > 0 ? p.Level : p.Name, [.. conditions[p.ToString()]]))]))];
        }
    }
}
