using SignBridge.Evaluation.Metrics;

namespace SignBridge.Cli;

/// <summary>A confidence interval in the JSON of <c>signbridge score</c>.</summary>
internal sealed record ScoredInterval(double Lower, double Upper, double Mean, double HalfWidth, double Level)
{
    public static ScoredInterval Of(ConfidenceInterval interval) => new(interval.Lower, interval.Upper, interval.Mean, interval.HalfWidth, interval.Level);
}
