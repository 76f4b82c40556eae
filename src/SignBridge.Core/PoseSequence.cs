namespace SignBridge;

/// <summary>The poses of a clip, in order of time.</summary>
/// <param name="Layout">What the landmarks of every frame are.</param>
/// <param name="Width">Width of the frames in pixels.</param>
/// <param name="Height">Height of the frames in pixels.</param>
/// <param name="FramesPerSecond">Nominal rate of the frames; their own times are what counts.</param>
/// <param name="Frames">The poses.</param>
/// <param name="Extractor">The estimator that made them, for example <c>mediapipe-holistic</c>; null when unknown.</param>
public sealed record PoseSequence(
    SkeletonLayout Layout, int Width, int Height, double FramesPerSecond, IReadOnlyList<PoseFrame> Frames, string? Extractor)
{
    /// <summary>Media time from the first frame to the end of the last.</summary>
    public TimeSpan Duration =>
        Frames.Count == 0 ? TimeSpan.Zero : Frames[^1].Time - Frames[0].Time + TimeSpan.FromSeconds(1 / FramesPerSecond);
}
