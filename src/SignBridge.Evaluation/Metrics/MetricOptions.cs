using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Text;
using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Metrics;

/// <summary>What the metrics of a run have in common; each takes what concerns it.</summary>
public sealed record MetricOptions
{
    /// <summary>BLEU's.</summary>
    public Tokenizer Tokenizer { get; init; } = Tokenizer.Named("13a");

    /// <summary>BLEU's.</summary>
    public BleuSmoothing Smoothing { get; init; } = BleuSmoothing.Exponential;

    /// <summary>Of the alignment for word error rates.</summary>
    public WordErrorCosts Costs { get; init; } = WordErrorCosts.Sclite;

    /// <summary>Whether case is ignored; TER has its own option.</summary>
    public bool IsLowercase { get; init; }

    /// <summary>TER's.</summary>
    public TerOptions Ter { get; init; } = new();
}
