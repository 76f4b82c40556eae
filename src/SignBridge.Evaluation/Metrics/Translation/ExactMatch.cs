using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>The share of hypotheses whose words are those of the reference, 0 to 100; white space does not count. The sequence accuracy of the
/// code of Camgöz et al. 2020.</summary>
/// <param name="isLowercase">Whether case is ignored.</param>
public sealed class ExactMatch(bool isLowercase = false) : ICorpusMetric
{
    /// <inheritdoc/>
    public string Name => "exact-match";

    /// <inheritdoc/>
    public string Signature { get; } = MetricSignature.Of(null, ("case", MetricSignature.Case(isLowercase)), ("tok", "none"));

    /// <inheritdoc/>
    public bool HigherIsBetter => true;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        var scratch = PairScratch.Current;
        scratch.ReadWords(hypothesis, reference, isLowercase);
        return [scratch.Hypothesis.SequenceEqual(scratch.Reference) ? 1 : 0, 1];
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics) =>
        new(100 * statistics[0] / statistics[1], new Dictionary<string, double> { ["matches"] = statistics[0], ["pairs"] = statistics[1] });
}
