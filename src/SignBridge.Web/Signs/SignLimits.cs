namespace SignBridge.Web;

/// <summary>What taught signs may use.</summary>
public sealed record SignLimits
{
    /// <summary>Signs that are kept; one costs a comparison for every gloss.</summary>
    public int Signs { get; init; } = 500;

    /// <summary>Examples of a sign.</summary>
    public int Examples { get; init; } = 20;

    /// <summary>Media time of an example, which shows one sign.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a sign that was exported elsewhere; an example takes some 6 kB of it.</summary>
    public long FileBytes { get; init; } = 1 << 20;
}
