namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>What a recogniser would do that answers from a confidence on (Geifman and El-Yaniv 2017).</summary>
/// <param name="Threshold">The least confidence of an answer, 0 to 1; NaN where no threshold made the answers.</param>
/// <param name="Coverage">The share of clips that are answered, 0 to 1.</param>
/// <param name="Risk">The share of the answers that are wrong, 0 to 1; NaN where none is given.</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Risk);
