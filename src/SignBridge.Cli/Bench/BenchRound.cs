namespace SignBridge.Cli;

/// <summary>One measured round: every stream worked through all clips.</summary>
/// <param name="Seconds">Wall clock.</param>
/// <param name="Frames">Poses of all clips and streams.</param>
/// <param name="MediaSeconds">Media time of all clips and streams.</param>
/// <param name="AllocatedBytes">Managed memory that was allocated meanwhile.</param>
/// <param name="StartBytes">What of it was allocated while a stream started a clip.</param>
internal sealed record BenchRound(double Seconds, long Frames, double MediaSeconds, long AllocatedBytes, long StartBytes = 0)
{
    /// <summary>Poses a second of wall clock.</summary>
    public double FramesPerSecond => Frames / Seconds;

    /// <summary>Wall clock over media time: below 1 is faster than the media.</summary>
    public double RealTimeFactor => Seconds / MediaSeconds;

    /// <summary>Managed bytes a pose, without the starts of the clips.</summary>
    public double AllocatedBytesPerFrame => (double)(AllocatedBytes - StartBytes) / Frames;
}
