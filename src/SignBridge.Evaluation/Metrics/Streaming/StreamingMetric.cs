namespace SignBridge.Evaluation.Metrics.Streaming;

/// <summary>How late a live translation is, in milliseconds of media time, averaged over the clips that have a token; less is better.</summary>
/// <remarks>Delays are those of the input, not of the machine: "non-computation-aware" in SimulEval, with whose definitions these agree.</remarks>
public sealed class StreamingMetric
{
    private readonly Func<StreamedClip, double> _milliseconds;

    private StreamingMetric(string name, string signature, Func<StreamedClip, double> milliseconds) =>
        (Name, Signature, _milliseconds) = (name, signature, milliseconds);

    /// <summary>Average lagging (Ma et al. 2019, "STACL"): how far the tokens are behind a translator who spreads those of the reference evenly
    /// over the clip, over the tokens up to the first one that has seen the whole clip.</summary>
    public static StreamingMetric AverageLagging { get; } =
        new("al", Delay(("target", "reference")), c => Lagging(c, c.ReferenceTokens is > 0 and var tokens ? tokens : c.Delays.Count));

    /// <summary>Length-adaptive average lagging (Papi et al. 2022; Polák et al. 2022): the same with the longer of reference and hypothesis,
    /// so that writing too much does not look fast.</summary>
    public static StreamingMetric LengthAdaptiveAverageLagging { get; } =
        new("laal", Delay(("target", "longer")), c => Lagging(c, Math.Max(c.ReferenceTokens ?? 0, c.Delays.Count)));

    /// <summary>The delay of the first token.</summary>
    public static StreamingMetric TimeToFirstToken { get; } =
        new("time-to-first-token", Delay(), c => c.Delays[0].TotalMilliseconds);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StreamingMetric> All { get; } = [AverageLagging, LengthAdaptiveAverageLagging, TimeToFirstToken];

    /// <summary>What <c>--metrics</c> calls it.</summary>
    public string Name { get; }

    /// <summary>All that decides the digits.</summary>
    public string Signature { get; }

    /// <summary>The statistics of one clip: its milliseconds, 1 if it has a token, and 1 for the clip.</summary>
    public double[] Statistics(StreamedClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Delays.Count == 0 ? [0, 0, 1] : [_milliseconds(clip), 1, 1];
    }

    /// <summary>The mean in milliseconds; NaN where no clip has a token.</summary>
    /// <param name="statistics">The sum over the clips.</param>
    public static MetricValue Score(ReadOnlySpan<double> statistics) => new(
        statistics[0] / statistics[1], new Dictionary<string, double> { ["clips"] = statistics[2], ["withoutToken"] = statistics[2] - statistics[1] });

    /// <summary>The score of a set of clips.</summary>
    public Score Of(IReadOnlyList<StreamedClip> clips)
    {
        ArgumentNullException.ThrowIfNull(clips);
        var sum = new double[3];
        foreach (var clip in clips)
        {
            var statistics = Statistics(clip);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += statistics[i];
        }

        var value = Score(sum);
        return new Score(Name, value.Value, Signature, value.Details);
    }

    private static string Delay(params ReadOnlySpan<(string Key, string Value)> fields) =>
        MetricSignature.Of(null, [("unit", "ms"), ("delay", "source"), .. fields, ("clips", "mean")]);

    private static double Lagging(StreamedClip clip, int tokens)
    {
        var source = clip.Duration.TotalMilliseconds;
        if (clip.Delays[0] > clip.Duration)
            return clip.Delays[0].TotalMilliseconds;
        var (sum, count) = (0.0, 0);
        foreach (var delay in clip.Delays)
        {
            sum += delay.TotalMilliseconds - count * source / tokens;
            count++;
            if (delay >= clip.Duration)
                break;
        }

        return sum / count;
    }
}
