using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Segmentation;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Scoring;

namespace SignBridge.Cli;

/// <summary>Scores the segments of ELAN documents.</summary>
internal sealed class SegmentationRun(string hypothesis, string reference, SegmentedFiles files)
{
    /// <param name="isConfidenceAsked">Whether intervals over the documents are computed.</param>
    /// <param name="seed">Decides what is drawn for them.</param>
    public ScoreReport Run(bool isConfidenceAsked, int seed)
    {
        (SegmentLevel Level, IReadOnlyList<SegmentedClip> Clips)[] levels = [(SegmentLevel.Sign, files.Signs), (SegmentLevel.Phrase, files.Phrases)];
        var scores = levels.Where(l => l.Clips.Count > 0).SelectMany(l => SegmentationMetric.All(l.Level).Select(m => Score(m, l.Clips)));
        return new ScoreReport(hypothesis, reference, null, Math.Max(files.Signs.Count, files.Phrases.Count), [.. scores]);

        ScoredMetric Score(SegmentationMetric metric, IReadOnlyList<SegmentedClip> clips)
        {
            var table = StatisticsTable.Of([.. clips.Select(metric.Statistics)]);
            var value = SegmentationMetric.Score(table.Sum());
            var signature = isConfidenceAsked
                ? MetricSignature.WithBootstrap(metric.Signature, Bootstrap.DefaultResamples, seed)
                : metric.Signature;
            return new ScoredMetric(metric.Name, value.Value, signature, HigherIsBetter: true, value.Details)
            {
                Interval = isConfidenceAsked ? ScoredInterval.Of(Bootstrap.Interval(table, s => SegmentationMetric.Score(s).Value, seed: seed)) : null,
            };
        }
    }
}
