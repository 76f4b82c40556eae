namespace SignBridge.Recognition;

/// <summary>A sequence of labels with the logarithm of its probability, summed over the alignments that the beam kept.</summary>
public sealed record CtcHypothesis(IReadOnlyList<CtcToken> Tokens, double LogProbability);
