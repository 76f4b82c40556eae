namespace SignBridge.Recognition;

/// <summary>The input contract of a recogniser: one tensor float32 [batch, frames, landmarks, 2].</summary>
public sealed record RecognitionInputCard
{
    /// <summary>Name of the input in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>Which landmarks, in which order, in the form of <see cref="SkeletonLayout"/>.</summary>
    public required string Layout { get; init; }

    /// <summary>Unit of the coordinates; <c>pixels</c> is served.</summary>
    public required string Coordinates { get; init; }

    /// <summary>The values of a landmark; <c>xy</c> is served.</summary>
    public required string Values { get; init; }

    /// <summary>How an absent landmark is written; <c>nan</c> is served.</summary>
    public required string Absent { get; init; }

    /// <summary>Frames per second that the recogniser was trained on.</summary>
    public required double Fps { get; init; }

    /// <summary>Frames that become one step of the CTC output; the number of frames is a multiple of it.</summary>
    public required int FramesPerStep { get; init; }
}
