using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>The score of a few pairs.</summary>
internal static class CorpusScores
{
    public static MetricValue Score(this ICorpusMetric metric, IReadOnlyList<(string Hypothesis, string Reference)> pairs)
    {
        var sum = metric.Statistics(pairs[0].Hypothesis, pairs[0].Reference);
        foreach (var (hypothesis, reference) in pairs.Skip(1))
        {
            var statistics = metric.Statistics(hypothesis, reference);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += statistics[i];
        }

        return metric.Score(sum);
    }
}
