using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>Word error rate: substitutions, deletions and insertions per word of the references, in per cent; above 100 where a hypothesis is
/// longer than its reference. A pair without reference words counts its hypothesis as insertions; over no reference words at all the rate is
/// NaN.</summary>
/// <param name="costs">Of the alignment.</param>
/// <param name="isLowercase">Whether case is ignored.</param>
public sealed class WordErrorRate(WordErrorCosts costs, bool isLowercase = false) : ICorpusMetric
{
    /// <inheritdoc/>
    public string Name => "wer";

    /// <inheritdoc/>
    public string Signature { get; } = MetricSignature.Of(
        costs == WordErrorCosts.Levenshtein ? "jiwer" : costs == WordErrorCosts.Sclite ? "sclite-2.4.10" : null,
        ("case", MetricSignature.Case(isLowercase)), ("tok", "none"), ("costs", FormattableString.Invariant($"{costs.Substitution}/{costs.Deletion}/{costs.Insertion}")));

    /// <inheritdoc/>
    public bool HigherIsBetter => false;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        var scratch = PairScratch.Current;
        scratch.ReadWords(hypothesis, reference, isLowercase);
        var errors = WordAlignment.Align(scratch.Reference, scratch.Hypothesis, costs, scratch.Table);
        return [errors.Substitutions, errors.Deletions, errors.Insertions, errors.ReferenceWords];
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics) => new(
        statistics[3] > 0 ? 100 * (statistics[0] + statistics[1] + statistics[2]) / statistics[3] : double.NaN,
        new Dictionary<string, double>
        {
            ["substitutions"] = statistics[0], ["deletions"] = statistics[1], ["insertions"] = statistics[2], ["referenceWords"] = statistics[3],
        });
}
