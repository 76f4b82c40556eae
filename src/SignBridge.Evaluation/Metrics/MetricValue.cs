namespace SignBridge.Evaluation.Metrics;

/// <summary>A score and the figures behind it.</summary>
/// <param name="Value">0 to 100 unless the metric says otherwise.</param>
/// <param name="Details">For example substitutions, deletions, insertions, by name in lower camel case.</param>
public readonly record struct MetricValue(double Value, IReadOnlyDictionary<string, double> Details);
