namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>A sign or a phrase in a clip.</summary>
/// <param name="Start">Media time of its first frame.</param>
/// <param name="End">Media time at which it is over.</param>
public readonly record struct Segment(TimeSpan Start, TimeSpan End);
