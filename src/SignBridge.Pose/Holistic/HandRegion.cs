using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Where a hand is, by what is known of it.</summary>
internal static class HandRegion
{
    private const float Upright = MathF.PI / 2;
    private const float ShiftY = -0.1f;

    // Wrist, thumb and the first two joints of each finger: HandLandmarksToRectCalculator leaves out the moving tips.
    private static readonly int[] Steady = [0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18];

    /// <summary>From the body's own landmarks (<c>hand_landmarks_from_pose_to_recrop_roi.pbtxt</c>).</summary>
    public static Region FromBody(Vector2 wrist, Vector2 pinky, Vector2 index)
    {
        var middle = ((2 * index) + pinky) / 3;
        var size = 2 * Vector2.Distance(middle, wrist);
        return new Region(middle, size, Region.RotationOf(wrist, middle, Upright)).Adjust(scale: 2.7f, ShiftY);
    }

    /// <summary>From the two points that the re-crop model gives: middle and top (<c>hand_recrop_by_roi_cpu.pbtxt</c>).</summary>
    public static Region FromRecrop(Vector2 center, Vector2 top) => Region.FromAlignment(center, top, -Upright).Adjust(scale: 1, ShiftY);

    /// <summary>From the landmarks of the hand (<c>hand_landmarks_to_roi.pbtxt</c>).</summary>
    public static Region FromLandmarks(ReadOnlySpan<Landmark> hand)
    {
        var knuckles = (((hand[5].Position + hand[13].Position) / 2) + hand[9].Position) / 2;
        var rotation = Region.RotationOf(hand[0].Position, knuckles, Upright);
        var upright = BoundingBox.EmptyAtOrigin;
        foreach (var i in Steady)
            upright = upright.With(hand[i].Position);
        var turned = BoundingBox.EmptyAtOrigin;
        foreach (var i in Steady)
            turned = turned.With(Region.Rotate(hand[i].Position - upright.Center, -rotation));
        var center = Region.Rotate(turned.Center, rotation) + upright.Center;
        return Region.AroundBox(center, turned.Extent, rotation, scale: 2, ShiftY);
    }
}
