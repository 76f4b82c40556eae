namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>A bar of the reliability diagram (Guo et al. 2017): clips whose best reading has a confidence in (lower, upper].</summary>
/// <param name="Lower">0 to 1, not included but for 0.</param>
/// <param name="Upper">0 to 1, included.</param>
/// <param name="Count">How many clips.</param>
/// <param name="Accuracy">The share of them that is read right, 0 to 1; NaN in an empty bin.</param>
/// <param name="Confidence">Their mean confidence, 0 to 1; NaN in an empty bin.</param>
public sealed record ReliabilityBin(double Lower, double Upper, int Count, double Accuracy, double Confidence);
