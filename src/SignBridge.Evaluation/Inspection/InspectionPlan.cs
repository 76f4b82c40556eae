using SignBridge.Evaluation.Clips;

namespace SignBridge.Evaluation.Inspection;

/// <summary>How a data set is looked at.</summary>
public sealed record InspectionPlan
{
    /// <summary>How many clips are looked at, drawn at random; null for all. Rows are always all read.</summary>
    public int? Sample { get; init; }

    /// <summary>Decides which are drawn.</summary>
    public int Seed { get; init; }

    /// <summary>Estimates the poses of videos, to say how the signers are seen; null where only poses that are there are looked at.</summary>
    public ClipLoader? Estimates { get; init; }

    /// <summary>How many clips are looked at at the same time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
