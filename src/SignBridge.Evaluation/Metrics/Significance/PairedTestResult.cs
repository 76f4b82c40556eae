namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>What a paired test says.</summary>
/// <param name="Kind">Which test it was.</param>
/// <param name="Baseline">The score of the baseline.</param>
/// <param name="System">The score of the system.</param>
/// <param name="PValue">How probable it is that a difference as large comes about where the systems are equally good; below 0.05 counts as
/// significant.</param>
/// <param name="Trials">Trials of the test.</param>
/// <param name="Seed">Decided what was drawn.</param>
public sealed record PairedTestResult(PairedTestKind Kind, double Baseline, double System, double PValue, int Trials, int Seed)
{
    /// <summary>The system's score less the baseline's.</summary>
    public double Difference => System - Baseline;
}
