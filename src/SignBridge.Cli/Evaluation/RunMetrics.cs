using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Metrics.Streaming;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>The metrics of a run; those that no sample has a reference for do not appear in its report.</summary>
internal static class RunMetrics
{
    // What papers on sign language translation print.
    private static readonly string[] Text = ["bleu", "bleu-1", "bleu-2", "bleu-3", "chrf", "rouge-l-coco"];

    public static IReadOnlyList<SampleMetric> Of(RunSettings settings)
    {
        if (settings.Mode == RecognitionMode.Isolated)
            return [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)];
        return
        [
            SampleMetric.OfGlosses(new WordErrorRate(WordErrorCosts.Sclite)),
            .. Text.Select(name => SampleMetric.OfText(MetricCatalog.Create(name))),
            .. settings.IsStreaming ? StreamingMetric.All.Select(SampleMetric.Of) : [],
        ];
    }
}
