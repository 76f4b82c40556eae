namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>What the segments of a clip are. The two are scored apart.</summary>
public enum SegmentLevel
{
    /// <summary>Single signs.</summary>
    Sign,

    /// <summary>Phrases: sentences or what is signed without a pause.</summary>
    Phrase,
}
