using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>A square of the frame that a model looks at, in pixels of the frame.</summary>
/// <remarks>MediaPipe keeps width and height apart, but every region of Holistic is made square (<c>square_long</c>, or the letterbox of
/// the whole frame) before it is cropped.</remarks>
/// <param name="Center">The middle of the square.</param>
/// <param name="Size">Length of its sides.</param>
/// <param name="Rotation">Clockwise as seen on the screen, in radians.</param>
internal readonly record struct Region(Vector2 Center, float Size, float Rotation)
{
    /// <summary>Whether it can be cropped: a network may put its points on one spot, or nowhere.</summary>
    public bool IsUsable => Size > 0 && float.IsFinite(Center.X) && float.IsFinite(Center.Y) && float.IsFinite(Size) && float.IsFinite(Rotation);

    /// <summary>The square around the whole frame, which letterboxes it.</summary>
    public static Region OfFrame(int width, int height) => new(new Vector2(width, height) / 2, Math.Max(width, height), 0);

    /// <summary>The square that is centred on one point and whose side passes through another (<c>AlignmentPointsRectsCalculator</c>).</summary>
    /// <param name="center">The middle.</param>
    /// <param name="edge">The middle of a side.</param>
    /// <param name="uprightAngle">The angle of center to edge, counter-clockwise from the x axis, when the region is not rotated.</param>
    public static Region FromAlignment(Vector2 center, Vector2 edge, float uprightAngle) =>
        new(center, 2 * Vector2.Distance(center, edge), RotationOf(center, edge, uprightAngle));

    /// <summary>The square around a box that may be rotated.</summary>
    /// <param name="center">The middle of the box.</param>
    /// <param name="extent">Its width and height.</param>
    /// <param name="rotation">Its rotation.</param>
    /// <param name="scale">By how much the square is larger than the long side of the box.</param>
    /// <param name="shiftY">How far the square moves along the box's own y axis, as a share of the box's height.</param>
    public static Region AroundBox(Vector2 center, Vector2 extent, float rotation, float scale, float shiftY = 0) =>
        new Region(center, extent.Y, rotation).Adjust(scale, shiftY) with { Size = Math.Max(extent.X, extent.Y) * scale };

    /// <summary>Moves and scales the square (<c>RectTransformationCalculator</c>).</summary>
    /// <param name="scale">Factor of the size.</param>
    /// <param name="shiftY">How far it moves along its own y axis, as a share of the size before scaling.</param>
    public Region Adjust(float scale, float shiftY = 0)
    {
        var (sin, cos) = MathF.SinCos(Rotation);
        return this with { Center = Center + (Size * shiftY * new Vector2(-sin, cos)), Size = Size * scale };
    }

    /// <summary>Where a point of the crop lies in the frame.</summary>
    /// <param name="point">0 to 1 from the left and the top of the crop.</param>
    public Vector2 ToFrame(Vector2 point) => Center + (Size * Rotate(point - new Vector2(0.5f), Rotation));

    /// <summary>The rotation of a region in which the vector between two points is seen at <paramref name="uprightAngle"/>, from -π to π.</summary>
    public static float RotationOf(Vector2 start, Vector2 end, float uprightAngle) =>
        Normalize(uprightAngle - MathF.Atan2(start.Y - end.Y, end.X - start.X));

    /// <summary>Turns a vector clockwise as seen on the screen.</summary>
    public static Vector2 Rotate(Vector2 vector, float rotation)
    {
        var (sin, cos) = MathF.SinCos(rotation);
        return new Vector2((vector.X * cos) - (vector.Y * sin), (vector.X * sin) + (vector.Y * cos));
    }

    private static float Normalize(float angle) => angle - (MathF.Tau * MathF.Floor((angle + MathF.PI) / MathF.Tau));
}
