using HdrHistogram;

namespace SignBridge;

/// <summary>Percentiles of durations, exact to 1 %.</summary>
/// <param name="Count">How many durations.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="P50">Half are not longer.</param>
/// <param name="P95">95 % are not longer.</param>
/// <param name="P99">99 % are not longer.</param>
/// <param name="Max">None is longer.</param>
public sealed record DurationStatistics(long Count, TimeSpan Mean, TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max)
{
    internal static DurationStatistics Of(HistogramBase microseconds)
    {
        if (microseconds.TotalCount == 0)
            return new DurationStatistics(0, default, default, default, default, default);
        return new DurationStatistics(
            microseconds.TotalCount,
            TimeSpan.FromMicroseconds(microseconds.GetMean()),
            Percentile(50),
            Percentile(95),
            Percentile(99),
            TimeSpan.FromMicroseconds(microseconds.GetMaxValue()));

        TimeSpan Percentile(double percent) => TimeSpan.FromMicroseconds(microseconds.GetValueAtPercentile(percent));
    }
}
