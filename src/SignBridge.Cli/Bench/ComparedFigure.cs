namespace SignBridge.Cli;

/// <summary>A figure of which less is better, then and now.</summary>
/// <param name="Name">With its unit.</param>
/// <param name="Earlier">Median then.</param>
/// <param name="Now">Median now.</param>
/// <param name="Noise">How much more may be chance; null where that is not known, so that nothing follows from the ratio.</param>
internal sealed record ComparedFigure(string Name, double Earlier, double Now, double? Noise = null)
{
    /// <summary>Below 1 is better than before.</summary>
    public double Ratio => Now / Earlier;

    public bool HasRegressed => Noise is { } noise && Now - Earlier > noise;
}
