using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Metrics.Streaming;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>The metrics of a run; those that no sample has a reference for do not appear in its report.</summary>
internal static class RunMetrics
{
    public static IReadOnlyList<SampleMetric> Of(RunSettings settings) => settings.Mode == RecognitionMode.Isolated
        ? [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]
        : [SampleMetric.OfGlosses(new WordErrorRate(WordErrorCosts.Sclite)), .. settings.IsStreaming ? StreamingMetric.All.Select(SampleMetric.Of) : []];
}
