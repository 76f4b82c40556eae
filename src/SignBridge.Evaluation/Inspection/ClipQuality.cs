namespace SignBridge.Evaluation.Inspection;

/// <summary>What was found in the clip of a sample.</summary>
internal sealed record ClipQuality
{
    /// <summary>Why it cannot be read, in a sentence; null where it can.</summary>
    public string? Failure { get; init; }

    /// <summary>Width and height of the frames in pixels; null for poses, and where it cannot be read.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>The nominal rate; NaN where it cannot be read.</summary>
    public double FramesPerSecond { get; init; } = double.NaN;

    /// <summary>Length in seconds; NaN where it is not known.</summary>
    public double Seconds { get; init; } = double.NaN;

    /// <summary>How the signer was seen; null for videos whose poses are not estimated.</summary>
    public PoseQuality? Poses { get; init; }

    /// <summary>Equal for clips of the same content.</summary>
    public UInt128 Content { get; init; }

    /// <summary>What moves; null where nothing does or it was not decoded.</summary>
    public ClipFingerprint? Motion { get; init; }

    /// <summary>What the decoder noticed, for example that a file is cut off.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}
