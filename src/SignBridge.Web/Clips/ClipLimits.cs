namespace SignBridge.Web;

/// <summary>What an uploaded clip may use.</summary>
public sealed record ClipLimits
{
    /// <summary>Bytes of a request.</summary>
    public long Bytes { get; init; } = 200L << 20;

    /// <summary>Media time.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Pixels of a frame: those of 4K.</summary>
    public int Pixels { get; init; } = 4096 * 2160;

    /// <summary>Clips that are translated at the same time; live sessions come first.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Requests that may wait for their turn.</summary>
    public int Waiting { get; init; } = 4;
}
