using SignBridge.Onnx;

namespace SignBridge.Recognition;

/// <summary>What a user may choose about recognition.</summary>
public sealed record RecognitionOptions
{
    private readonly int _best = 5;
    private readonly int _beamWidth = 64;

    /// <summary>How many readings of a sign are reported at most, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Best
    {
        get => _best;
        init => _best = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one reading is reported.");
    }

    /// <summary>Hypotheses that the beam search of continuous mode keeps, from 1.</summary>
    /// <remarks>The readings hardly change with it, the confidences do: on distorted sequences of PopSign clips, glosses of confidence
    /// 0.99 and more were right in 93 % of cases at width 16 and in 99 % at width 64, which costs some 30 µs a step.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int BeamWidth
    {
        get => _beamWidth;
        init => _beamWidth = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A beam keeps at least one hypothesis.");
    }

    /// <summary>How the session uses the cores.</summary>
    public SessionTuning Tuning { get; init; } = new(Threads: 1);
}
