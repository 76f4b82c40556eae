namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>What abstaining costs and brings: for each threshold the share of clips that are answered and the share of answers that are wrong.</summary>
/// <remarks>The answer to a clip is its best reading that is a sign, its confidence that reading's; a clip without one comes last and is wrong.
/// Source of the curve: Geifman and El-Yaniv 2017, "Selective Classification for Deep Neural Networks"; of the area under it: Geifman, Uziel
/// and El-Yaniv 2019, "Bias-Reduced Uncertainty Estimation for Deep Neural Classifiers".</remarks>
public sealed record RiskCoverage
{
    /// <summary>Points of the curve are this far apart at least, so that a report does not grow with the data set.</summary>
    private const double Step = 0.005;

    private RiskCoverage(IReadOnlyList<RiskCoveragePoint> points, RiskCoveragePoint operatingPoint, double area, double excess) =>
        (Points, OperatingPoint, Area, ExcessArea) = (points, operatingPoint, area, excess);

    /// <summary>The curve by increasing coverage, at most 201 points; the last one answers every clip.</summary>
    public IReadOnlyList<RiskCoveragePoint> Points { get; }

    /// <summary>Where the recogniser's own abstentions are. It lies on the curve where they follow from the confidence alone.</summary>
    public RiskCoveragePoint OperatingPoint { get; }

    /// <summary>AURC, 0 to 1: the mean of the risks of answering the 1, 2, … n most confident clips. NaN over no clips.</summary>
    /// <remarks>Among clips of the same confidence it is the mean over all their orders.</remarks>
    public double Area { get; }

    /// <summary>E-AURC: how far the area is above that of a confidence which puts every right answer before every wrong one.</summary>
    public double ExcessArea { get; }

    /// <summary>Follows the curve of a set of clips.</summary>
    internal static RiskCoverage Of(IReadOnlyList<LabelPrediction> predictions)
    {
        var answers = predictions.Select(Answer).OrderByDescending(a => a.Confidence).ToArray();
        var points = new List<RiskCoveragePoint>();
        var (area, wrong) = (0.0, 0);
        for (var start = 0; start < answers.Length;)
        {
            var end = start;
            var wrongBefore = wrong;
            for (; end < answers.Length && answers[end].Confidence == answers[start].Confidence; end++)
                wrong += answers[end].IsWrong ? 1 : 0;
            for (var i = start + 1; i <= end; i++)
                area += (wrongBefore + (double)(wrong - wrongBefore) * (i - start) / (end - start)) / i;
            var coverage = (double)end / answers.Length;
            if (end == answers.Length || coverage - (points.Count > 0 ? points[^1].Coverage : 0) >= Step)
                points.Add(new RiskCoveragePoint(answers[start].Confidence, coverage, (double)wrong / end));
            start = end;
        }

        var answered = predictions.Where(p => !p.IsAbstained).ToList();
        var operatingPoint = new RiskCoveragePoint(
            double.NaN, (double)answered.Count / predictions.Count, (double)answered.Count(p => !p.IsAmongFirst(1)) / answered.Count);
        return new RiskCoverage(points, operatingPoint, area / answers.Length, (area - LeastArea(answers.Length, wrong)) / answers.Length);
    }

    private static double LeastArea(int clips, int wrong)
    {
        var area = 0.0;
        for (var i = 1; i <= wrong; i++)
            area += (double)i / (clips - wrong + i);
        return area;
    }

    private static (double Confidence, bool IsWrong) Answer(LabelPrediction prediction)
    {
        var sign = prediction.Ranked.FirstOrDefault(r => r.Gloss != Gloss.Unknown);
        return (sign.Confidence, sign.Gloss != prediction.Reference);
    }
}
