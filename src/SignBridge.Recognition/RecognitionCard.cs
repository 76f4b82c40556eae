namespace SignBridge.Recognition;

/// <summary>What the <c>card.json</c> of a recogniser says about its graph.</summary>
public sealed record RecognitionCard
{
    /// <summary>The name of the package.</summary>
    public required string Name { get; init; }

    /// <summary>The pose package whose landmarks the recogniser was trained on; null when any will do.</summary>
    public string? Extractor { get; init; }

    /// <summary>What the graph takes.</summary>
    public required RecognitionInputCard Input { get; init; }

    /// <summary>What the graph gives.</summary>
    public required RecognitionOutputCard Output { get; init; }
}
