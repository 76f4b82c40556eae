namespace SignBridge.Evaluation.Datasets;

/// <summary>Where the frames or the poses of a sample lie.</summary>
/// <param name="Path">A video, a folder of images, a <c>.pose</c> or a <c>.parquet</c> file.</param>
public sealed record SampleMedia(string Path)
{
    /// <summary>Where the sample begins in the file; null for its start.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>Where it ends; null for the end of the file.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>The rate of a folder of images; null otherwise.</summary>
    public double? ImagesPerSecond { get; init; }

    /// <summary>The sequence in a Parquet file that holds several; null otherwise.</summary>
    public string? Sequence { get; init; }
}
