namespace SignBridge.Pose;

/// <summary>What the card of a MediaPipe Holistic package says beyond every card.</summary>
internal sealed record PoseCard
{
    /// <summary>The landmarks that the package can give, for example <c>body33-face468-left21-right21</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>Which graph is in which file.</summary>
    public required PoseGraphs Graphs { get; init; }
}
