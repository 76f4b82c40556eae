using System.Text.Json.Serialization;

namespace SignBridge.Cli;

/// <summary>A score in the JSON of <c>signbridge score</c>; what was not asked for is left out, a score that is not defined is null.</summary>
internal sealed record ScoredMetric(string Metric, double? Value, string Signature, bool HigherIsBetter, IReadOnlyDictionary<string, double> Details)
{
    /// <summary>Of 95 % by bootstrap resampling.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoredInterval? Interval { get; init; }

    /// <summary>The comparison with the baseline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoredComparison? Baseline { get; init; }
}
