using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>How far a region may be from where the body suggests it before the region of the last frame is given up (<c>RoiTrackingCalculator</c>).</summary>
/// <param name="Degrees">Largest difference in rotation.</param>
/// <param name="Translation">Largest shift along each axis, as a share of the suggested size.</param>
/// <param name="Scale">Largest difference in size, as a share of the suggested size.</param>
/// <param name="Margin">By how much the suggested region grows before it must contain the landmarks of the last frame; negative shrinks.</param>
internal readonly record struct TrackingLimits(float Degrees, float Translation, float Scale, float Margin)
{
    /// <summary>Whether the region of the last frame still fits.</summary>
    /// <param name="previous">Made from the landmarks of the last frame.</param>
    /// <param name="landmarks">The landmarks of the last frame.</param>
    /// <param name="suggested">What this frame's body suggests.</param>
    public bool Allow(Region previous, ReadOnlySpan<Landmark> landmarks, Region suggested)
    {
        var turn = Math.Abs(previous.Rotation - suggested.Rotation) * 180 / MathF.PI;
        var shift = Vector2.Abs(InAxesOf(suggested, previous.Center));
        return Math.Min(turn, 360 - turn) <= Degrees
            && Math.Max(shift.X, shift.Y) <= suggested.Size * Translation
            && Math.Abs(previous.Size - suggested.Size) <= suggested.Size * Scale
            && Contains(suggested with { Size = suggested.Size * (1 + Margin) }, landmarks);
    }

    private static bool Contains(Region region, ReadOnlySpan<Landmark> landmarks)
    {
        foreach (var landmark in landmarks)
        {
            var offset = Vector2.Abs(InAxesOf(region, landmark.Position));
            if (!(Math.Max(offset.X, offset.Y) < region.Size / 2))
                return false;
        }

        return true;
    }

    private static Vector2 InAxesOf(Region region, Vector2 point) => Region.Rotate(point - region.Center, -region.Rotation);
}
