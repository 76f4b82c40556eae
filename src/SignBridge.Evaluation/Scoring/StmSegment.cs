namespace SignBridge.Evaluation.Scoring;

/// <summary>A segment of a reference in STM.</summary>
/// <param name="Recording">File and channel.</param>
/// <param name="End">Where it ends in the recording, in seconds.</param>
/// <param name="Readings">What may be right, one text for each choice of alternatives; empty where the segment is not scored.</param>
internal sealed record StmSegment(string Recording, double End, IReadOnlyList<string> Readings);
