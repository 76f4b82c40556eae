using SignBridge.Evaluation.Metrics.Labels;
using static SignBridge.Evaluation.Tests.Metrics.Labels.Predictions;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

public sealed class LabelEvaluationTests
{
    [Fact]
    public void Of_UnevenClasses_PerClassIsTheMeanOverTheShownSigns()
    {
        var evaluation = LabelEvaluation.Of(
        [
            Clip("cat", "cat:0.9"), Clip("cat", "cat:0.9"), Clip("cat", "cat:0.9"), Clip("cat", "bird:0.9", "cat:0.1"),
            Clip("dog", "bird:0.9", "?:0.1", "fly:0", "no:0", "dog:0"),
        ]);

        Assert.Equal(60, evaluation.Value("top1"), 1e-9); // 3 of 5 clips
        Assert.Equal(37.5, evaluation.Value("top1-per-class"), 1e-9); // (3/4 + 0/1) / 2; bird is read but never shown
        Assert.Equal(100, evaluation.Value("top5-per-class"), 1e-9);
    }

    [Fact]
    public void Of_AbstainedClips_CountInCoverageAndSelectiveAccuracyOnly()
    {
        var evaluation = LabelEvaluation.Of(
        [
            Clip("cat", "cat:0.9"), Clip("cat", "dog:0.8"), Clip("cat", "cat:0.7"), Clip("cat", "cat:0.3").Abstained(), Clip("cat", "dog:0.2").Abstained(),
        ]);

        Assert.Equal(60, evaluation.Value("top1"), 1e-9);
        Assert.Equal(40, evaluation.Value("accuracy"), 1e-9);
        Assert.Equal(60, evaluation.Value("coverage"), 1e-9);
        Assert.Equal(200.0 / 3, evaluation.Value("selective-accuracy"), 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnyClips_WeightedRecallAndAnsweredShareFollowFromTheAccuracies(int seed)
    {
        var evaluation = LabelEvaluation.Of(Predictions.Random(seed, 300));

        Assert.Equal(evaluation.Value("top1"), evaluation.Value("recall-weighted"), 1e-9);
        Assert.Equal(evaluation.Value("accuracy"), evaluation.Value("coverage") * evaluation.Value("selective-accuracy") / 100, 1e-9);
        Assert.True(evaluation.Value("top1") <= evaluation.Value("top5"));
        Assert.True(evaluation.Value("top5") <= evaluation.Value("top10"));
        Assert.All(evaluation.Scores, s => Assert.Matches("^nrefs:1([|][a-z]+:[^|:]+)+[|]version:signbridge-[0-9.]+$", s.Signature));
        Assert.Equal(evaluation.Scores.Count, evaluation.Scores.Select(s => s.Metric).Distinct().Count());
    }

    [Fact]
    public void Of_AnyOrderOfClips_IsTheSame()
    {
        var clips = Predictions.Random(seed: 4, count: 200).ToArray();
        var expected = LabelEvaluation.Of(clips);
        new Random(1).Shuffle(clips);
        var shuffled = LabelEvaluation.Of(clips);

        Assert.Equal(expected.Confusions, shuffled.Confusions);
        Assert.Equal(expected.Classes, shuffled.Classes);
        foreach (var (a, b) in expected.Scores.Zip(shuffled.Scores))
            Assert.Equal(a.Value, b.Value, 1e-9);
    }

    [Fact]
    public void Of_Confusions_MostFrequentFirstThenByName()
    {
        var evaluation = LabelEvaluation.Of(
        [
            Clip("dog", "cat:1"), Clip("cat", "dog:1"), Clip("cat", "bird:1"), Clip("no", "go:1"), Clip("no", "go:1"), Clip("go", "go:1"), Clip("up"),
        ]);

        Assert.Equal(
            [new("no", "go", 2), new("cat", "bird", 1), new("cat", "dog", 1), new("dog", "cat", 1), new Confusion("up", "?", 1)],
            evaluation.Confusions);
    }

    [Fact]
    public void Of_NoClips_IsNotANumber()
    {
        var evaluation = LabelEvaluation.Of([]);

        Assert.All(evaluation.Scores, s => Assert.True(double.IsNaN(s.Value), s.Metric));
        Assert.Empty(evaluation.Classes);
        Assert.Empty(evaluation.RiskCoverage.Points);
    }
}
