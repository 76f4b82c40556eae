using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>The smallest upright box around points.</summary>
internal readonly record struct BoundingBox(Vector2 Min, Vector2 Max)
{
    /// <summary>A box that contains nothing yet.</summary>
    public static BoundingBox Empty { get; } = new(new Vector2(float.MaxValue), new Vector2(float.MinValue));

    /// <summary>A box that contains nothing yet and whose far corner never gets left or above of the frame.</summary>
    /// <remarks>MediaPipe starts its maxima at <c>numeric_limits&lt;float&gt;::min()</c>, the smallest positive number, so a hand or
    /// face that is left or above of the frame gets a box that reaches to its border.</remarks>
    public static BoundingBox EmptyAtOrigin { get; } = new(new Vector2(float.MaxValue), Vector2.Zero);

    /// <summary>The middle.</summary>
    public Vector2 Center => (Min + Max) / 2;

    /// <summary>Width and height.</summary>
    public Vector2 Extent => Max - Min;

    /// <summary>The box that contains this one and a point.</summary>
    public BoundingBox With(Vector2 point) => new(Vector2.Min(Min, point), Vector2.Max(Max, point));

    /// <summary>The box around landmarks, as <c>LandmarksToDetectionCalculator</c> makes it.</summary>
    public static BoundingBox Around(ReadOnlySpan<Landmark> landmarks)
    {
        var box = EmptyAtOrigin;
        foreach (var landmark in landmarks)
            box = box.With(landmark.Position);
        return box;
    }
}
