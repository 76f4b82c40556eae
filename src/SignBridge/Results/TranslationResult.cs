using SignBridge.Onnx;

namespace SignBridge;

/// <summary>What was read from one input.</summary>
public sealed record TranslationResult
{
    /// <summary>The input as the user named it.</summary>
    public required string Input { get; init; }

    /// <summary>How the signs were recognised.</summary>
    public required RecognitionMode Mode { get; init; }

    /// <summary>The sentence; empty when no sign was recognised.</summary>
    public required string Text { get; init; }

    /// <summary>The signs, in order of time; in isolated mode one, whose alternatives are the n best.</summary>
    public required IReadOnlyList<Gloss> Glosses { get; init; }

    /// <summary>The text with the media time over which it was signed.</summary>
    public required IReadOnlyList<Caption> Captions { get; init; }

    /// <summary>Media time of the input.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Nominal frame rate of the input.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Which models were used.</summary>
    public required ModelNames Models { get; init; }

    /// <summary>Where they ran.</summary>
    public required DeviceReport Device { get; init; }

    /// <summary>The poses at the recogniser's rate, for overlays; not part of the JSON.</summary>
    public required PoseSequence Poses { get; init; }
}
