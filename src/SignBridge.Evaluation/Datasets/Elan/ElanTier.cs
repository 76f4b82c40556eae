namespace SignBridge.Evaluation.Datasets;

/// <summary>A tier of an ELAN document.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Type">The name of its linguistic type.</param>
/// <param name="Participant">Who signs; null where it is not said.</param>
/// <param name="Annotations">In the order of the document.</param>
internal sealed record ElanTier(string Id, string Type, string? Participant, IReadOnlyList<ElanAnnotation> Annotations);
