using System.Globalization;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Scoring;

namespace SignBridge.Cli;

/// <summary>Scores hypotheses against references.</summary>
internal sealed class ScoreRun(ScoreRequest request, CancellationToken cancellationToken)
{
    private readonly string _test = request.Test == PairedTestKind.Bootstrap ? "bs" : "ar";
    private readonly int _trials = request.Trials ?? PairedTest.DefaultTrials(request.Test);
    private readonly int _resamples = request.Trials ?? Bootstrap.DefaultResamples;

    private bool IsDrawn => request.IsConfidenceAsked || request.Baseline is not null;

    /// <exception cref="SignBridgeException">A file cannot be read, or they do not belong together (<see cref="FailureKind.Input"/>).</exception>
    public ScoreReport Run()
    {
        var pairs = Read(request.Hypothesis);
        var baseline = request.Baseline is null ? null : Read(request.Baseline);
        return new ScoreReport(
            request.Hypothesis, request.Reference, request.Baseline, pairs.Length, [.. request.Metrics.Select(m => Score(m, pairs, baseline))]);
    }

    private TextPair[] Read(string hypotheses)
    {
        var file = PairFile.Read(hypotheses, request.Reference, request.Segments);
        foreach (var note in file.Notes)
            Console.Error.WriteLine($"signbridge: {note}");
        var pairs = new TextPair[file.Pairs.Count];
        Parallel.For(0, pairs.Length, i => pairs[i] = new TextPair(request.Cleaner.Clean(file.Pairs[i].Hypothesis), request.Cleaner.Clean(file.Pairs[i].Reference)));
        return pairs;
    }

    private ScoredMetric Score(ICorpusMetric metric, TextPair[] pairs, TextPair[]? baseline)
    {
        var table = StatisticsTable.Read(metric, pairs, cancellationToken);
        var value = metric.Score(table.Sum());
        if (double.IsNaN(value.Value))
            Console.Error.WriteLine($"signbridge: {metric.Name} is not defined: no reference has a word.");
        return new ScoredMetric(metric.Name, Defined(value.Value), Signature(metric), metric.HigherIsBetter, value.Details)
        {
            Interval = request.IsConfidenceAsked && !double.IsNaN(value.Value)
                ? ScoredInterval.Of(Bootstrap.Interval(table, s => metric.Score(s).Value, _resamples, request.Seed, cancellationToken))
                : null,
            Baseline = baseline is null ? null : Compare(metric, table, StatisticsTable.Read(metric, baseline, cancellationToken)),
        };
    }

    private ScoredComparison Compare(ICorpusMetric metric, StatisticsTable table, StatisticsTable baseline)
    {
        var result = PairedTest.Run(request.Test, baseline, table, s => metric.Score(s).Value, _trials, request.Seed, cancellationToken);
        var isDefined = !double.IsNaN(result.Difference);
        return new ScoredComparison(Defined(result.Baseline), Defined(result.Difference), _test, isDefined ? result.PValue : null, _trials);
    }

    private string Signature(ICorpusMetric metric)
    {
        var fields = new List<(string, string)>();
        if (request.IsConfidenceAsked || request is { Baseline: not null, Test: PairedTestKind.Bootstrap })
            fields.Add(("bs", Number(_resamples)));
        if (request is { Baseline: not null, Test: PairedTestKind.ApproximateRandomization })
            fields.Add(("ar", Number(_trials)));
        if (IsDrawn)
            fields.Add(("seed", Number(request.Seed)));
        if (request.Cleaner.Name != GlossCleaner.None)
            fields.Add(("clean", request.Cleaner.Name));
        return MetricSignature.With(metric.Signature, [.. fields]);
    }

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
