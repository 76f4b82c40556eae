namespace SignBridge.Translation;

/// <summary>How a <see cref="ChatClientTranslator"/> works.</summary>
public sealed record ChatClientTranslatorOptions
{
    /// <summary>How long one utterance may take, retries included; then the plain glosses are shown.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a request that failed in passing (408, 429, 5xx, no connection) is repeated; used by <see cref="ChatClientTranslator.Connect"/>.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The language of the text, by its English name.</summary>
    public string Language { get; init; } = "English";

    /// <summary>Which glosses are passed with rivals.</summary>
    public GlossPromptOptions Glosses { get; init; } = new();

    /// <summary>The clock of <see cref="Timeout"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
