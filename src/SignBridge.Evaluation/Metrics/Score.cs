namespace SignBridge.Evaluation.Metrics;

/// <summary>One line of a report.</summary>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Value">0 to 100 unless the metric says otherwise; NaN where it is not defined, for example over no samples.</param>
/// <param name="Signature">All that decides the digits.</param>
/// <param name="Details">The figures behind it, by name.</param>
public sealed record Score(string Metric, double Value, string Signature, IReadOnlyDictionary<string, double> Details)
{
    /// <summary>The interval that holds the value with the stated confidence; null where none was asked for.</summary>
    public ConfidenceInterval? Interval { get; init; }
}
