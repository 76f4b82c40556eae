namespace SignBridge.Evaluation.Reports;

/// <summary>A metric of two runs on the same samples.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Samples">How many samples both runs have a result for.</param>
/// <param name="Baseline">The score of the first run.</param>
/// <param name="System">The score of the second run.</param>
/// <param name="BootstrapP">How probable a difference as large is by chance, by paired bootstrap resampling.</param>
/// <param name="RandomizationP">The same by approximate randomisation.</param>
/// <param name="Signature">All that decides the digits.</param>
public sealed record ComparedMetric(string Metric, int Samples, double Baseline, double System, double BootstrapP, double RandomizationP, string Signature)
{
    /// <summary>The second run's score less the first run's.</summary>
    public double Difference => System - Baseline;
}
