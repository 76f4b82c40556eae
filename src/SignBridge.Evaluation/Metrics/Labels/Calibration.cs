using System.Globalization;

namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>Whether the confidence of the best reading is the share of cases in which it is right.</summary>
/// <remarks>Clips in which nothing was read have no confidence and are left out. <see cref="Gloss.Unknown"/> is a reading as any other.</remarks>
internal static class Calibration
{
    /// <summary>As in Guo et al. 2017, "On Calibration of Modern Neural Networks".</summary>
    public const int BinCount = 15;

    /// <summary>Puts the clips into bins of equal width.</summary>
    public static IReadOnlyList<ReliabilityBin> Bins(IReadOnlyList<LabelPrediction> predictions)
    {
        var (counts, rights, confidences) = (new int[BinCount], new int[BinCount], new double[BinCount]);
        foreach (var prediction in predictions.Where(p => p.Ranked.Count > 0))
        {
            var confidence = prediction.Ranked[0].Confidence;
            var bin = Math.Clamp((int)Math.Ceiling(confidence * BinCount) - 1, 0, BinCount - 1);
            counts[bin]++;
            confidences[bin] += confidence;
            if (prediction.IsAmongFirst(1))
                rights[bin]++;
        }

        return [.. Enumerable.Range(0, BinCount).Select(i => new ReliabilityBin(
            (double)i / BinCount, (i + 1.0) / BinCount, counts[i], (double)rights[i] / counts[i], confidences[i] / counts[i]))];
    }

    /// <summary>The expected calibration error in percent: the gap between accuracy and confidence, averaged over the clips of the bins.</summary>
    public static Score Error(IReadOnlyList<ReliabilityBin> bins)
    {
        var clips = bins.Sum(b => b.Count);
        var gaps = bins.Where(b => b.Count > 0).Select(b => (Weight: (double)b.Count / clips, Gap: Math.Abs(b.Accuracy - b.Confidence))).ToList();
        return new Score("ece", clips == 0 ? double.NaN : 100 * gaps.Sum(g => g.Weight * g.Gap), MetricSignature.Of(null, ("case", "mixed"), ("bins", BinCount.ToString(CultureInfo.InvariantCulture)), ("width", "equal"), ("norm", "l1"), ("label", "top")),
            new Dictionary<string, double> { ["clips"] = clips, ["largestGap"] = gaps.Count == 0 ? double.NaN : 100 * gaps.Max(g => g.Gap) });
    }

    /// <summary>The Brier score of the best reading, 0 to 1: the mean squared difference between its confidence and whether it is right.</summary>
    public static Score Brier(IReadOnlyList<LabelPrediction> predictions)
    {
        var read = predictions.Where(p => p.Ranked.Count > 0).ToList();
        var sum = read.Sum(p => Math.Pow(p.Ranked[0].Confidence - (p.IsAmongFirst(1) ? 1 : 0), 2));
        return new Score("brier", sum / read.Count, MetricSignature.Of(null, ("case", "mixed"), ("label", "top"), ("range", "0-1")), new Dictionary<string, double> { ["clips"] = read.Count });
    }
}
