using SignBridge.Onnx;

namespace SignBridge.Translation;

/// <summary>How a <see cref="LanguageModelTranslator"/> works.</summary>
public sealed record LanguageModelTranslatorOptions
{
    /// <summary>Answers followed side by side; 1 is greedy.</summary>
    public int BeamWidth { get; init; } = 1;

    /// <summary>Which glosses are passed with rivals.</summary>
    public GlossPromptOptions Glosses { get; init; } = new();

    /// <summary>How the session uses the cores.</summary>
    public SessionTuning Tuning { get; init; } = new();
}
