namespace SignBridge.Video;

/// <summary>What a source says about itself.</summary>
/// <param name="Width">Width of the upright frames in pixels.</param>
/// <param name="Height">Height of the upright frames in pixels.</param>
/// <param name="FramesPerSecond">Nominal rate, above 0; the times of the frames are what counts.</param>
/// <param name="FrameCount">How many frames the source announces (an estimate in some containers); null when unknown.</param>
/// <param name="IsLive">Whether frames are lost unless they are read as they come.</param>
public sealed record VideoInfo(int Width, int Height, double FramesPerSecond, long? FrameCount, bool IsLive)
{
    /// <summary>Announced length in media time; null when unknown.</summary>
    public TimeSpan? Duration => FrameCount is { } count ? TimeSpan.FromSeconds(count / FramesPerSecond) : null;
}
