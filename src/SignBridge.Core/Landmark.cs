namespace SignBridge;

/// <summary>One point of a skeleton: x and y in pixels of the frame (x to the right, y down), z in the same unit relative to
/// the part's root (smaller is nearer to the camera), and the confidence (0 to 1) that the point was seen.</summary>
/// <remarks>An absent landmark has NaN coordinates and confidence 0.</remarks>
public readonly record struct Landmark(float X, float Y, float Z, float Confidence)
{
    /// <summary>A landmark that was not seen.</summary>
    public static Landmark Absent { get; } = new(float.NaN, float.NaN, float.NaN, 0);

    /// <summary>Whether the landmark was seen.</summary>
    public bool IsPresent => !float.IsNaN(X);
}
