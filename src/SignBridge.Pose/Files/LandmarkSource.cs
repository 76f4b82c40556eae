namespace SignBridge.Pose.Files;

/// <summary>Where a landmark stands among the values that a <c>.pose</c> file has for a person in a frame.</summary>
/// <param name="Point">Index of its confidence, or -1 when the file has no such point.</param>
/// <param name="X">Index of x among the coordinates.</param>
/// <param name="Y">Index of y among the coordinates.</param>
/// <param name="Z">Index of z among the coordinates, or -1 when the file is flat.</param>
internal readonly record struct LandmarkSource(int Point, int X, int Y, int Z)
{
    /// <summary>A landmark that the file does not have.</summary>
    public static LandmarkSource None { get; } = new(-1, -1, -1, -1);
}
