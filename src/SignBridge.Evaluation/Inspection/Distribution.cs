namespace SignBridge.Evaluation.Inspection;

/// <summary>How a figure of the clips is spread.</summary>
/// <param name="Count">How many clips have it.</param>
/// <param name="Min">The least.</param>
/// <param name="P5">5 % are not above it.</param>
/// <param name="Median">Half are not above it.</param>
/// <param name="P95">95 % are not above it.</param>
/// <param name="Max">The greatest.</param>
public sealed record Distribution(int Count, double Min, double P5, double Median, double P95, double Max)
{
    /// <summary>That of some values, by the nearest rank; null where there are none.</summary>
    public static Distribution? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? null : new Distribution(sorted.Length, sorted[0], Rank(0.05), Rank(0.5), Rank(0.95), sorted[^1]);

        double Rank(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
