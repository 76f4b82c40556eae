namespace SignBridge.Evaluation.Datasets;

/// <summary>An annotation of an ELAN tier.</summary>
/// <param name="Id">Unique in its document.</param>
/// <param name="Start">In the time of the document.</param>
/// <param name="End">In the time of the document.</param>
/// <param name="Value">What was annotated, without blanks around it.</param>
internal sealed record ElanAnnotation(string Id, TimeSpan Start, TimeSpan End, string Value)
{
    /// <summary>Whether the middle of an annotation lies in this one.</summary>
    public bool Holds(ElanAnnotation other) => (other.Start + other.End) / 2 is var middle && middle >= Start && middle < End;

    /// <summary>Whether two annotations share some time.</summary>
    public bool Overlaps(ElanAnnotation other) => Start < other.End && other.Start < End;
}
