namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>The segments of one clip, of one level.</summary>
/// <param name="Reference">Those that are there.</param>
/// <param name="Predicted">Those that were found.</param>
/// <param name="FrameCount">Frames of the clip.</param>
/// <param name="FramesPerSecond">Their rate; frame i is shown at i / rate.</param>
public sealed record SegmentedClip(IReadOnlyList<Segment> Reference, IReadOnlyList<Segment> Predicted, int FrameCount, double FramesPerSecond);
