using SignBridge.Video;

namespace SignBridge;

/// <summary>A frame and the parts of its pose that are known so far. Its holder disposes the frame.</summary>
/// <param name="Sampled">The frame.</param>
/// <param name="Landmarks">As many as the layout has; those of parts to come are absent.</param>
internal readonly record struct PendingPose(SampledFrame Sampled, Landmark[] Landmarks) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Sampled.Dispose();
}
