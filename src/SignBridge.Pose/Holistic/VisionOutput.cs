namespace SignBridge.Pose.Holistic;

/// <summary>An output of a <see cref="VisionModel"/>.</summary>
/// <param name="Name">As the graph names it.</param>
/// <param name="Shape">Of one image.</param>
internal sealed record VisionOutput(string Name, params int[] Shape)
{
    /// <summary>How many floats one image has.</summary>
    public int Count { get; } = Shape.Aggregate(1, (product, dimension) => product * dimension);
}
