namespace SignBridge.Evaluation.Metrics;

/// <summary>A metric over pairs of hypothesis and reference whose corpus score is a function of summed statistics of the pairs, as in
/// sacreBLEU (Post 2018, "A Call for Clarity in Reporting BLEU Scores"): a resampled corpus costs additions only.</summary>
public interface ICorpusMetric
{
    /// <summary>What <c>--metrics</c> calls it, for example <c>bleu</c>.</summary>
    string Name { get; }

    /// <summary>All that decides the digits, in sacreBLEU's form (<c>nrefs:1|case:mixed|…</c>).</summary>
    string Signature { get; }

    /// <summary>Whether a larger score is better.</summary>
    bool HigherIsBetter { get; }

    /// <summary>The statistics of one pair; all pairs have the same number of them.</summary>
    double[] Statistics(string hypothesis, string reference);

    /// <summary>The score of a corpus.</summary>
    /// <param name="statistics">The sum over its pairs.</param>
    MetricValue Score(ReadOnlySpan<double> statistics);
}
