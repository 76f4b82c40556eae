namespace SignBridge.Pose.Holistic;

/// <summary>Chooses the region of a hand or face: that of the last frame while it fits what the body suggests, else the suggestion
/// (<c>hand_tracking.pbtxt</c>, <c>face_tracking.pbtxt</c>).</summary>
internal sealed class PartTracker(int landmarkCount, TrackingLimits limits)
{
    private readonly Landmark[] _landmarks = new Landmark[landmarkCount];
    private Region? _region;

    /// <summary>Forgets the last frame.</summary>
    public void Reset() => _region = null;

    /// <summary>Chooses the region to look at.</summary>
    public Region Choose(Region suggested) =>
        _region is { IsUsable: true } region && limits.Allow(region, _landmarks, suggested) ? region : suggested;

    /// <summary>Remembers what was seen for the next frame.</summary>
    /// <param name="landmarks">In pixels of the frame.</param>
    /// <param name="region">The region that they suggest.</param>
    public void Remember(ReadOnlySpan<Landmark> landmarks, Region region)
    {
        landmarks.CopyTo(_landmarks);
        _region = region;
    }
}
