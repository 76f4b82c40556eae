namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>The score of a corpus, for example <c>s => metric.Score(s).Value</c>, or <c>s => s[0] / s[1]</c> for an accuracy whose statistics of a
/// sample are (1 if right else 0, 1).</summary>
/// <param name="statistics">The sum over the samples of the corpus.</param>
public delegate double CorpusScore(ReadOnlySpan<double> statistics);
