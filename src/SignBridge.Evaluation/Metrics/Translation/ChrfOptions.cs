namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>What decides a chrF score; the defaults are sacreBLEU's.</summary>
public sealed record ChrfOptions
{
    /// <summary>The longest n-grams of characters.</summary>
    public int CharacterOrder { get; init; } = 6;

    /// <summary>The longest n-grams of words: 0 for chrF, 2 for chrF++.</summary>
    public int WordOrder { get; init; }

    /// <summary>How many times recall weighs as much as precision.</summary>
    public int Beta { get; init; } = 2;

    /// <summary>Whether case is ignored.</summary>
    public bool IsLowercase { get; init; }

    /// <summary>Whether white space counts as characters.</summary>
    public bool IsSpaceKept { get; init; }
}
