using System.Globalization;

namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>The share of clips of one sign that are read right, in percent, by one rule of what is right.</summary>
/// <remarks>It is the quotient of two sums over the clips, so that a resampled set of clips costs additions only, as with
/// <see cref="ICorpusMetric"/>. Labels are compared as they are written. <see cref="Gloss.Unknown"/> takes a rank as any reading does.</remarks>
public sealed class LabelAccuracy
{
    private readonly Func<LabelPrediction, bool> _isRight;

    private LabelAccuracy(string name, string signature, Func<LabelPrediction, bool> isRight) => (Name, Signature, _isRight) = (name, signature, isRight);

    /// <summary>Right is an answer that names the sign; a clip on which the recogniser abstained is wrong.</summary>
    public static LabelAccuracy Answered { get; } =
        new("accuracy", MetricSignature.Of(null, ("case", "mixed"), ("per", "instance"), ("abstained", "wrong")), p => !p.IsAbstained && p.IsAmongFirst(1));

    /// <summary>What <c>--metrics</c> calls it, for example <c>top5</c>.</summary>
    public string Name { get; }

    /// <summary>All that decides the digits.</summary>
    public string Signature { get; }

    /// <summary>Right is a clip whose sign is among the first <paramref name="k"/> readings, whether or not the recogniser abstained: the
    /// <c>top-K</c> accuracy "per instance" of WLASL (Li et al. 2020).</summary>
    /// <param name="k">From 1.</param>
    public static LabelAccuracy Top(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new LabelAccuracy(
            FormattableString.Invariant($"top{k}"),
            MetricSignature.Of(null, ("case", "mixed"), ("k", k.ToString(CultureInfo.InvariantCulture)), ("per", "instance"), ("abstained", "ranked")),
            p => p.IsAmongFirst(k));
    }

    /// <summary>The statistics of one clip: whether it is right (1 or 0), and 1 for the clip.</summary>
    public double[] Statistics(LabelPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return [_isRight(prediction) ? 1 : 0, 1];
    }

    /// <summary>The accuracy in percent; NaN over no clips.</summary>
    /// <param name="statistics">The sum over the clips.</param>
    public static MetricValue Score(ReadOnlySpan<double> statistics) => new(
        100 * statistics[0] / statistics[1], new Dictionary<string, double> { ["right"] = statistics[0], ["clips"] = statistics[1] });

    /// <summary>The score of a set of clips.</summary>
    public Score Of(IReadOnlyList<LabelPrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        var value = Score([predictions.Count(_isRight), predictions.Count]);
        return new Score(Name, value.Value, Signature, value.Details);
    }
}
