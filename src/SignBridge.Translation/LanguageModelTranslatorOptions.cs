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
    /// <remarks>A step of a small model is bound by memory: beside other work on two cores, a token took 7 ms of processor time on one thread and
    /// 12 ms on two, and came no sooner on two. A prompt does gain from free cores, and a larger model wants more.</remarks>
    public SessionTuning Tuning { get; init; } = new(Threads: 1);

    /// <summary>The clock of <see cref="LanguageModelMetrics"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
