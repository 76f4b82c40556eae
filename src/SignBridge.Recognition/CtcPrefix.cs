namespace SignBridge.Recognition;

/// <summary>A prefix in the beam: log-probabilities summed over its alignments, and the best of them, apart for those that end in a
/// blank and those that end in its last label.</summary>
internal readonly record struct CtcPrefix(int Node, double BlankMass, double LabelMass, CtcAlignment BlankPath, CtcAlignment LabelPath)
{
    public double Mass { get; } = LogAdd(BlankMass, LabelMass);

    public CtcAlignment BestPath => BlankPath.Score > LabelPath.Score ? BlankPath : LabelPath;

    /// <summary>log(exp(a) + exp(b)) without leaving the range of doubles.</summary>
    public static double LogAdd(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
