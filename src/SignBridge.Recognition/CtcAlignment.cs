namespace SignBridge.Recognition;

/// <summary>One way to emit a prefix: its log-probability, the steps of its last label, and the link to the labels before it.</summary>
internal readonly record struct CtcAlignment(double Score, int Earlier, int FirstStep, int LastStep)
{
    /// <summary>Nothing emitted yet.</summary>
    public static CtcAlignment Empty { get; } = new(0, -1, -1, -1);

    /// <summary>No way at all.</summary>
    public static CtcAlignment Impossible { get; } = new(double.NegativeInfinity, -1, -1, -1);

    public CtcAlignment Plus(float logProb) => this with { Score = Score + logProb };
}
