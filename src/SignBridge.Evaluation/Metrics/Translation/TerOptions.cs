namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>What decides a TER score; the defaults are sacreBLEU's.</summary>
public sealed record TerOptions
{
    /// <summary>Whether marks are separated from words, and XML entities replaced.</summary>
    public bool IsNormalized { get; init; }

    /// <summary>Whether marks are dropped.</summary>
    public bool IsPunctuationDropped { get; init; }

    /// <summary>Whether this holds for Chinese and Japanese as well: their characters become words, their marks are separated or dropped. Without
    /// one of the other two it changes nothing.</summary>
    public bool IsAsianSupported { get; init; }

    /// <summary>Whether case counts.</summary>
    public bool IsCaseSensitive { get; init; }
}
