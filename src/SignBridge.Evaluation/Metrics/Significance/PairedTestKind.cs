namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>How two systems are compared on the same samples.</summary>
public enum PairedTestKind
{
    /// <summary>Paired bootstrap resampling (Koehn 2004), <c>bs</c>.</summary>
    Bootstrap,

    /// <summary>Paired approximate randomisation (Riezler and Maxwell 2005), <c>ar</c>.</summary>
    ApproximateRandomization,
}
