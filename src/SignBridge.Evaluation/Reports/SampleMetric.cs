using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Metrics.Streaming;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>A metric over results, whichever kind it is: slices, conditions, intervals and comparisons need no more than this.</summary>
public sealed class SampleMetric
{
    private readonly Func<SampleResult, double[]?> _statistics;
    private readonly Func<double[], MetricValue> _score;

    private SampleMetric(string name, string signature, bool higherIsBetter, Func<SampleResult, double[]?> statistics, Func<double[], MetricValue> score)
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
        return new(accuracy.Name, accuracy.Signature, true, r => r.Prediction is { } prediction ? accuracy.Statistics(prediction) : null, s => LabelAccuracy.Score(s));
    }

    /// <summary>A metric over glosses, separated by blanks.</summary>
    public static SampleMetric OfGlosses(ICorpusMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Of(metric, r => r.ReferenceGlosses is { } glosses ? (string.Join(' ', r.Glosses), string.Join(' ', glosses)) : null);
    }

    /// <summary>A delay of streams; less is better.</summary>
    public static SampleMetric Of(StreamingMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(metric.Name, metric.Signature, false, r => r.Streamed is { } clip ? metric.Statistics(clip) : null, s => StreamingMetric.Score(s));
    }

    /// <summary>A metric over sentences.</summary>
    public static SampleMetric OfText(ICorpusMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Of(metric, r => r.ReferenceText is { } text ? (r.Text, text) : null);
    }

    /// <summary>The statistics of a result; null where the sample has no reference of this kind.</summary>
    public double[]? Statistics(SampleResult result) => _statistics(result);

    /// <summary>The score of a set of samples.</summary>
    /// <param name="statistics">The sum over them.</param>
    public MetricValue Score(double[] statistics) => _score(statistics);

    private static SampleMetric Of(ICorpusMetric metric, Func<SampleResult, (string Hypothesis, string Reference)?> pair) => new(
        metric.Name, metric.Signature, metric.HigherIsBetter,
        r => pair(r) is { } p ? metric.Statistics(p.Hypothesis, p.Reference) : null, s => metric.Score(s));
}
