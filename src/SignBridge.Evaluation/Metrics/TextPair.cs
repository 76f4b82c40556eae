namespace SignBridge.Evaluation.Metrics;

/// <summary>What was recognised or translated, and what is right.</summary>
/// <param name="Hypothesis">A line of glosses or a sentence; may be empty.</param>
/// <param name="Reference">The same; may be empty.</param>
public readonly record struct TextPair(string Hypothesis, string Reference);
