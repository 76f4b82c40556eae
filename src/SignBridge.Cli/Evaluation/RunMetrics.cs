using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>The metrics of a run.</summary>
internal static class RunMetrics
{
    public static IReadOnlyList<SampleMetric> Of(RunSettings settings) => [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)];
}
