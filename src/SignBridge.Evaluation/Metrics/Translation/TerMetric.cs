using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>Translation edit rate (Snover et al. 2006): insertions, deletions, substitutions and shifts of phrases per word of the references, in
/// per cent. Equals sacreBLEU 2.6.0, a rewriting of Tercom.</summary>
public sealed class TerMetric : ICorpusMetric
{
    private readonly TerOptions _options;

    /// <summary>Creates the metric.</summary>
    public TerMetric(TerOptions? options = null)
    {
        _options = options ?? new TerOptions();
        Signature = MetricSignature.Of(MetricSignature.SacreBleu,
            ("case", MetricSignature.Case(!_options.IsCaseSensitive)), ("tok", "tercom"), ("norm", MetricSignature.YesNo(_options.IsNormalized)),
            ("punct", MetricSignature.YesNo(!_options.IsPunctuationDropped)), ("asian", MetricSignature.YesNo(_options.IsAsianSupported)));
    }

    /// <inheritdoc/>
    public string Name => "ter";

    /// <inheritdoc/>
    public string Signature { get; }

    /// <inheritdoc/>
    public bool HigherIsBetter => false;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        var scratch = PairScratch.Current;
        scratch.ReadWords(TercomNormalizer.Normalize(hypothesis, _options), TercomNormalizer.Normalize(reference, _options));
        return [ShiftSearch.Current.CountEdits(scratch.Hypothesis, scratch.Reference), scratch.Reference.Length];
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics)
    {
        var (edits, words) = (statistics[0], statistics[1]);
        return new MetricValue(
            words > 0 ? 100 * (edits / words) : edits > 0 ? 100 : 0,
            new Dictionary<string, double> { ["edits"] = edits, ["referenceWords"] = words });
    }
}
