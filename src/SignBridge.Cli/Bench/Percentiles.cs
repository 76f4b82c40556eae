namespace SignBridge.Cli;

/// <summary>Percentiles of durations in milliseconds.</summary>
internal sealed record Percentiles(long Count, double P50, double P95, double P99)
{
    /// <summary>Exact, by nearest rank.</summary>
    public static Percentiles Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? new Percentiles(0, 0, 0, 0) : new Percentiles(sorted.Length, At(0.50), At(0.95), At(0.99));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <summary>Those of a stage's meter, exact to 1 %.</summary>
    public static Percentiles Of(DurationStatistics d) =>
        new(d.Count, d.P50.TotalMilliseconds, d.P95.TotalMilliseconds, d.P99.TotalMilliseconds);
}
