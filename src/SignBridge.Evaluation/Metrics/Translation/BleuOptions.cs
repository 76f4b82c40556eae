using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>What decides a BLEU score; the defaults are sacreBLEU's.</summary>
public sealed record BleuOptions
{
    /// <summary>The longest n-grams that are compared, 1 to 4.</summary>
    public int MaxOrder { get; init; } = 4;

    /// <summary>Splits both sides into words.</summary>
    public Tokenizer Tokenizer { get; init; } = Tokenizer.Named("13a");

    /// <summary>Whether case is ignored.</summary>
    public bool IsLowercase { get; init; }

    /// <summary>For orders of which nothing matched.</summary>
    public BleuSmoothing Smoothing { get; init; } = BleuSmoothing.Exponential;

    /// <summary>Whether orders count only up to the longest n-gram that the hypothesis has: for scores of single sentences.</summary>
    public bool IsOrderEffective { get; init; }
}
