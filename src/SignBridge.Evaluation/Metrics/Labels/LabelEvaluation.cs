namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>How well clips of one sign each are read.</summary>
/// <remarks>Two readings of a clip are scored: the ranked list, which ignores abstention and is what papers report (<c>top1</c> to
/// <c>f1-weighted</c>), and the answer, which is none where the recogniser abstains (<c>accuracy</c>, <c>selective-accuracy</c>,
/// <c>coverage</c>).</remarks>
/// <param name="Scores">One line a metric.</param>
/// <param name="Classes">The signs that are shown or read, by name.</param>
/// <param name="Confusions">What is read as something else, the most frequent first, then by name.</param>
/// <param name="ReliabilityBins">15 bins of equal width.</param>
/// <param name="RiskCoverage">What abstaining costs and brings.</param>
public sealed record LabelEvaluation(
    IReadOnlyList<Score> Scores,
    IReadOnlyList<ClassScores> Classes,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<ReliabilityBin> ReliabilityBins,
    RiskCoverage RiskCoverage)
{
    /// <summary>The accuracies per instance, for intervals and tests over their statistics.</summary>
    public static IReadOnlyList<LabelAccuracy> Accuracies { get; } =
        [LabelAccuracy.Top(1), LabelAccuracy.Top(5), LabelAccuracy.Top(10), LabelAccuracy.Answered];

    /// <summary>Scores a set of clips. Values over no clips are NaN.</summary>
    /// <remarks>Top-k can only count the readings that there are: ask the recogniser for at least ten of each clip.</remarks>
    public static LabelEvaluation Of(IReadOnlyList<LabelPrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        var classes = ClassReport.Classes(predictions);
        var bins = Calibration.Bins(predictions);
        var curve = RiskCoverage.Of(predictions);
        return new LabelEvaluation(
            [
                .. Accuracies.Select(a => a.Of(predictions)),
                ClassReport.PerClass(classes, 1, c => c.Top1),
                ClassReport.PerClass(classes, 5, c => c.Top5),
                ClassReport.PerClass(classes, 10, c => c.Top10),
                .. Averages(classes, ClassReport.Macro),
                .. Averages(classes, ClassReport.Weighted),
                Calibration.Error(bins),
                Calibration.Brier(predictions),
                .. Abstention(curve, predictions.Count),
            ],
            classes,
            ClassReport.Confusions(predictions),
            bins,
            curve);
    }

    private static IEnumerable<Score> Averages(IReadOnlyList<ClassScores> classes, Func<IReadOnlyList<ClassScores>, string, Func<ClassScores, double>, Score> average) =>
        [average(classes, "precision", c => c.Precision), average(classes, "recall", c => c.Recall), average(classes, "f1", c => c.F1)];

    private static IEnumerable<Score> Abstention(RiskCoverage curve, int clips)
    {
        var (_, coverage, risk) = curve.OperatingPoint;
        var details = new Dictionary<string, double> { ["clips"] = clips };
        return
        [
            new Score("coverage", 100 * coverage, MetricSignature.Of(null, ("of", "answered"), ("per", "instance")), details),
            new Score("selective-accuracy", 100 * (1 - risk), MetricSignature.Of(null, ("case", "mixed"), ("of", "right"), ("among", "answered"), ("per", "instance")), details),
            new Score("aurc", 100 * curve.Area, MetricSignature.Of(null, ("case", "mixed"), ("confidence", "sign"), ("ties", "mean")), new Dictionary<string, double>(details) { ["excess"] = 100 * curve.ExcessArea }),
        ];
    }
}
