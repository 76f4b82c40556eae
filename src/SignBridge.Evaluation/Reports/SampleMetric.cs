using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Metrics.Streaming;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>A metric over results, whichever kind it is: slices, conditions, intervals and comparisons need no more than this.</summary>
public sealed class SampleMetric
{
    private delegate MetricValue CorpusValue(ReadOnlySpan<double> statistics);

    private readonly Func<SampleResult, double[]?> _statistics;
    private readonly CorpusValue _score;

    private SampleMetric(string name, string signature, bool higherIsBetter, Func<SampleResult, double[]?> statistics, CorpusValue score)
    {
        (Name, Signature, HigherIsBetter) = (name, signature, higherIsBetter);
        (_statistics, _score) = (statistics, score);
    }

    /// <summary>The name of the metric.</summary>
    public string Name { get; }

    /// <summary>All that decides the digits.</summary>
    public string Signature { get; }

    /// <summary>Whether a larger score is better.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>An accuracy over clips of one sign.</summary>
    public static SampleMetric Of(LabelAccuracy accuracy)
    {
        ArgumentNullException.ThrowIfNull(accuracy);
        return new(accuracy.Name, accuracy.Signature, true, r => r.Prediction is { } prediction ? accuracy.Statistics(prediction) : null, LabelAccuracy.Score);
    }

    /// <summary>A metric over glosses, separated by blanks.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="cleaner">The rules of a benchmark for glosses.</param>
    public static SampleMetric OfGlosses(ICorpusMetric metric, GlossCleaner cleaner)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(cleaner);
        return Of(
            metric, cleaner.Name == GlossCleaner.None ? metric.Signature : MetricSignature.With(metric.Signature, ("clean", cleaner.Name)),
            r => r.ReferenceGlosses is { } glosses ? (cleaner.Clean(string.Join(' ', r.Glosses)), cleaner.Clean(string.Join(' ', glosses))) : null);
    }

    /// <summary>A delay of streams; less is better.</summary>
    public static SampleMetric Of(StreamingMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(metric.Name, metric.Signature, false, r => r.Streamed is { } clip ? metric.Statistics(clip) : null, StreamingMetric.Score);
    }

    /// <summary>A metric over sentences.</summary>
    public static SampleMetric OfText(ICorpusMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Of(metric, metric.Signature, r => r.ReferenceText is { } text ? (r.Text, text) : null);
    }

    /// <summary>The statistics of a result; null where the sample has no reference of this kind.</summary>
    public double[]? Statistics(SampleResult result) => _statistics(result);

    /// <summary>The score of a set of samples.</summary>
    /// <param name="statistics">The sum over them.</param>
    public MetricValue Score(ReadOnlySpan<double> statistics) => _score(statistics);

    private static SampleMetric Of(ICorpusMetric metric, string signature, Func<SampleResult, (string Hypothesis, string Reference)?> pair) => new(
        metric.Name, signature, metric.HigherIsBetter,
        r => pair(r) is { } p ? metric.Statistics(p.Hypothesis, p.Reference) : null, metric.Score);
}
