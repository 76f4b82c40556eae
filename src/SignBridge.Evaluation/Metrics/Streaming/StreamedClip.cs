namespace SignBridge.Evaluation.Metrics.Streaming;

/// <summary>When the tokens of one clip were committed: glosses or words, whichever are counted.</summary>
/// <param name="Duration">Media time of the clip; above zero.</param>
/// <param name="Delays">For each token in order, how much of the clip had been seen when it was committed; not decreasing.</param>
/// <param name="ReferenceTokens">Tokens of the reference; null or 0 where there is none, which takes the tokens of the hypothesis instead.</param>
public sealed record StreamedClip(TimeSpan Duration, IReadOnlyList<TimeSpan> Delays, int? ReferenceTokens);
