namespace SignBridge.Translation;

/// <summary>How a language model wants its glosses written, from its card.</summary>
internal sealed record GlossConventions
{
    /// <summary>lower or upper.</summary>
    public required string Case { get; init; }

    /// <summary>Stands between two signs.</summary>
    public required string Separator { get; init; }

    /// <summary>Stands between two readings of one sign.</summary>
    public required string Alternatives { get; init; }

    /// <summary>Stands for a sign that was not recognised, in the prompt.</summary>
    public required string Unknown { get; init; }

    /// <summary>Stands for a sign that was not recognised, in the text.</summary>
    public required string UnknownText { get; init; }

    /// <summary>The longest answer.</summary>
    public required int MaxNewTokens { get; init; }
}
