using SignBridge.Evaluation.Metrics.Labels;
using static SignBridge.Evaluation.Tests.Metrics.Labels.Predictions;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

public sealed class RiskCoverageTests
{
    [Fact]
    public void Of_FourClips_FollowsTheThresholds()
    {
        var curve = LabelEvaluation.Of([Clip("a", "a:0.9"), Clip("a", "b:0.8"), Clip("a", "a:0.7"), Clip("a", "b:0.1").Abstained()]).RiskCoverage;

        Assert.Equal(
            [new(0.9, 0.25, 0), new(0.8, 0.5, 0.5), new(0.7, 0.75, 1 / 3.0), new RiskCoveragePoint(0.1, 1, 0.5)], curve.Points);
        Assert.Equal((0 + 1 / 2.0 + 1 / 3.0 + 2 / 4.0) / 4, curve.Area, 1e-12);
        Assert.Equal(curve.Area - (0 + 0 + 1 / 3.0 + 2 / 4.0) / 4, curve.ExcessArea, 1e-12); // the two right answers first
        Assert.Equal(new RiskCoveragePoint(double.NaN, 0.75, 1 / 3.0), curve.OperatingPoint);
    }

    [Fact]
    public void Of_UnknownSignBest_TheAnswerIsTheBestSign()
    {
        var curve = LabelEvaluation.Of([Clip("a", "?:0.9", "a:0.05"), Clip("a", "b:0.5"), Clip("a")]).RiskCoverage;

        Assert.Equal([new(0.5, 1 / 3.0, 1), new(0.05, 2 / 3.0, 0.5), new RiskCoveragePoint(0, 1, 2 / 3.0)], curve.Points);
    }

    [Fact]
    public void Of_EqualConfidences_AreTheMeanOverTheirOrders()
    {
        // Orders of one right (0) and two wrong (1) answers: 011, 101, 110.
        double[] areas = [0 + 1 / 2.0 + 2 / 3.0, 1 + 1 / 2.0 + 2 / 3.0, 1 + 2 / 2.0 + 2 / 3.0];

        var curve = LabelEvaluation.Of([Clip("a", "a:0.5"), Clip("a", "b:0.5"), Clip("a", "b:0.5")]).RiskCoverage;

        Assert.Equal(areas.Average() / 3, curve.Area, 1e-12);
        Assert.Single(curve.Points);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_ManyClips_EqualsTheDefinition(int seed)
    {
        var random = new Random(seed);
        var clips = Enumerable.Range(0, 2000).Select(_ => new LabelPrediction(
            random.NextDouble() < 0.7 ? "a" : "b", [new GlossAlternative("a", random.NextDouble())], IsAbstained: false)).ToList();
        var sorted = clips.OrderByDescending(c => c.Ranked[0].Confidence).ToList();

        var curve = LabelEvaluation.Of(clips).RiskCoverage;

        Assert.Equal(Enumerable.Range(1, 2000).Average(n => sorted.Take(n).Count(c => c.Reference != "a") / (double)n), curve.Area, 1e-9);
        Assert.InRange(curve.Points.Count, 190, 201);
        Assert.Equal(1, curve.Points[^1].Coverage);
        foreach (var point in curve.Points)
        {
            var answered = clips.Where(c => c.Ranked[0].Confidence >= point.Threshold).ToList();
            Assert.Equal(answered.Count / 2000.0, point.Coverage, 1e-12);
            Assert.Equal(answered.Count(c => c.Reference != "a") / (double)answered.Count, point.Risk, 1e-12);
        }
    }

    [Fact]
    public void ExcessArea_ConfidenceThatKnows_IsZero() =>
        Assert.Equal(0, LabelEvaluation.Of([Clip("a", "a:0.9"), Clip("a", "a:0.8"), Clip("a", "b:0.7"), Clip("a", "b:0.6")]).RiskCoverage.ExcessArea, 1e-12);
}
