namespace SignBridge.Pose.Files;

/// <summary>A component as a <c>.pose</c> header declares it.</summary>
/// <param name="Name">For example POSE_LANDMARKS.</param>
/// <param name="Format">One letter for each value of a point, for example XYZC; the last is the confidence.</param>
/// <param name="Points">The names of its points, in order.</param>
internal sealed record PoseFileComponent(string Name, string Format, IReadOnlyList<string> Points);
