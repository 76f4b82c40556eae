using SignBridge.Evaluation.Metrics.Labels;
using static SignBridge.Evaluation.Tests.Metrics.Labels.Predictions;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

public sealed class CalibrationTests
{
    [Fact]
    public void Of_FourClips_AveragesTheGapsOfTheBins()
    {
        var evaluation = LabelEvaluation.Of([Clip("cat", "cat:0.95"), Clip("cat", "dog:0.97"), Clip("cat", "cat:0.5"), Clip("cat", "cat:0.5"), Clip("cat")]);

        // (14/15, 1]: 2 of 4 clips, accuracy 0.5, confidence 0.96, gap 0.46; (7/15, 8/15]: 2 of 4, accuracy 1, confidence 0.5, gap 0.5.
        Assert.Equal(100 * (0.5 * 0.46 + 0.5 * 0.5), evaluation.Value("ece"), 1e-9);
        Assert.Equal((0.05 * 0.05 + 0.97 * 0.97 + 0.25 + 0.25) / 4, evaluation.Value("brier"), 1e-9);
        Assert.Equal([7, 14], evaluation.ReliabilityBins.Select((b, i) => (b, i)).Where(b => b.b.Count > 0).Select(b => b.i));
        Assert.Equal(0.96, evaluation.ReliabilityBins[14].Confidence, 1e-9);
        Assert.Equal(0.5, evaluation.ReliabilityBins[14].Accuracy, 1e-9);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.2", 2)] // 3/15 closes the third bin
    [InlineData("0.21", 3)]
    [InlineData("1", 14)]
    public void Bins_ConfidenceAtAnEdge_BelongsBelow(string confidence, int bin)
    {
        var bins = LabelEvaluation.Of([Clip("cat", "cat:" + confidence)]).ReliabilityBins;

        Assert.Equal(15, bins.Count);
        Assert.Equal(1, bins[bin].Count);
    }

    [Fact]
    public void Of_ConfidenceIsTheShareThatIsRight_ErrorIsSmall()
    {
        var random = new Random(5);
        var clips = Enumerable.Range(0, 60_000).Select(_ =>
        {
            var confidence = random.NextDouble();
            return new LabelPrediction(random.NextDouble() < confidence ? "a" : "b", [new GlossAlternative("a", confidence)], IsAbstained: false);
        }).ToList();
        var overconfident = clips.Select(c => c with { Ranked = [new GlossAlternative("a", Math.Min(1, c.Ranked[0].Confidence + 0.2))] }).ToList();

        Assert.InRange(LabelEvaluation.Of(clips).Value("ece"), 0, 1);
        Assert.InRange(LabelEvaluation.Of(overconfident).Value("ece"), 17, 19); // 0.2, but for the fifth that is cut at 1: 0.2 - 0.02
    }
}
