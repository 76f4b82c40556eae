namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>A step of an alignment of a hypothesis with its reference.</summary>
internal enum EditOperation : byte
{
    /// <summary>The cell lies outside of the beam.</summary>
    None,

    /// <summary>Equal words.</summary>
    Keep,

    /// <summary>Two words that differ.</summary>
    Substitute,

    /// <summary>A word of the hypothesis that the reference lacks.</summary>
    Delete,

    /// <summary>A word of the reference that the hypothesis lacks.</summary>
    Insert,
}
