using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Scoring;

namespace SignBridge.Cli;

/// <summary>What <c>signbridge score</c> was asked for.</summary>
internal sealed record ScoreRequest(string Hypothesis, string Reference)
{
    /// <summary>The hypotheses of a system to compare with; null for none.</summary>
    public string? Baseline { get; init; }

    public required IReadOnlyList<ICorpusMetric> Metrics { get; init; }

    public required GlossCleaner Cleaner { get; init; }

    public required SegmentOptions Segments { get; init; }

    public bool IsConfidenceAsked { get; init; }

    public PairedTestKind Test { get; init; }

    /// <summary>Resamples and trials; null for those of sacreBLEU.</summary>
    public int? Trials { get; init; }

    public int Seed { get; init; } = Bootstrap.DefaultSeed;
}
