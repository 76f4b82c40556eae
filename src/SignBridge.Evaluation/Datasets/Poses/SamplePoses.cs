using SignBridge.Pose.Files;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads the poses of samples that come as poses: <c>.pose</c> and <c>.parquet</c> files. Thread-safe.</summary>
public sealed class SamplePoses
{
    private readonly ParquetPoses _parquet = new();

    /// <summary>Whether a sample comes as poses, so that none need be estimated.</summary>
    public static bool AreIn(SampleMedia media)
    {
        ArgumentNullException.ThrowIfNull(media);
        return HasExtension(media, ".pose") || HasExtension(media, ".parquet");
    }

    /// <summary>Reads the poses of a sample, cut to its start and end; their time begins with 0 there.</summary>
    /// <param name="media">A <c>.pose</c> or <c>.parquet</c> file.</param>
    /// <param name="notices">Takes what the user should know: <c>several-people</c>.</param>
    /// <exception cref="SignBridgeException">The file is missing or damaged, or has no frames from start to end (<see cref="FailureKind.Input"/>).</exception>
    public PoseSequence Read(SampleMedia media, ICollection<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(media);
        var poses = HasExtension(media, ".parquet") ? _parquet.Read(media) : PoseFileReader.Read(media.Path, notices);
        return media.Start is null && media.End is null ? poses : Cut(poses, media);
    }

    private static PoseSequence Cut(PoseSequence poses, SampleMedia media)
    {
        var start = media.Start ?? TimeSpan.Zero;
        var end = media.End ?? TimeSpan.MaxValue;
        PoseFrame[] frames = [.. poses.Frames.Where(f => f.Time >= start && f.Time < end)];
        if (frames.Length == 0)
            throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant($"'{media.Path}' has no poses from {start.TotalSeconds:0.###} to {(media.End ?? poses.Duration).TotalSeconds:0.###} s; it lasts {poses.Duration.TotalSeconds:0.###} s, so correct start and end of the sample."));
        var first = frames[0].Time;
        return poses with { Frames = Array.ConvertAll(frames, f => f.At(f.Time - first)) };
    }

    private static bool HasExtension(SampleMedia media, string extension) => Path.GetExtension(media.Path).Equals(extension, StringComparison.OrdinalIgnoreCase);
}
