using System.CommandLine;
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

    /// <param name="settings">Of the run.</param>
    /// <param name="result">The command line: its --metrics are those of sentences; glosses have the word error rate.</param>
    public static IReadOnlyList<SampleMetric> Of(RunSettings settings, ParseResult result) => settings.Mode == RecognitionMode.Isolated
        ? [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]
        :
        [
            SampleMetric.OfGlosses(MetricsOptions.Create(result, "wer"), MetricsOptions.Cleaner(result)),
            .. MetricsOptions.Chosen(result, Text).Select(SampleMetric.OfText),
            .. settings.IsStreaming ? StreamingMetric.All.Select(SampleMetric.Of) : [],
        ];
}
