namespace SignBridge.Pose.Files;

/// <summary>The sentence for a damaged or foreign <c>.pose</c> file.</summary>
internal static class PoseFileFailure
{
    /// <summary>Joins the file, what is wrong with it (and was expected) and the remedy.</summary>
    public static SignBridgeException Of(string name, string problem, Exception? cause = null) => new(
        FailureKind.Input, $"The pose file '{name}' {problem}; make it again from the video (signbridge pose).", cause);
}
