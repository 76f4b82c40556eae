namespace SignBridge.Evaluation.Metrics;

/// <summary>A confidence interval of a score by bootstrap resampling (Koehn 2004).</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Mean">The mean over the resampled corpora.</param>
/// <param name="Level">For example 0.95.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Mean, double Level)
{
    /// <summary>What sacreBLEU writes behind <c>±</c>: half of the way from the lower end to the upper.</summary>
    public double HalfWidth => (Upper - Lower) / 2;
}
