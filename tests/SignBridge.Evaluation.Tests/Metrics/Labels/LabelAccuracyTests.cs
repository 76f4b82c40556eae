using SignBridge.Evaluation.Metrics.Labels;
using static SignBridge.Evaluation.Tests.Metrics.Labels.Predictions;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

public sealed class LabelAccuracyTests
{
    private static readonly LabelPrediction[] Clips =
    [
        Clip("cat", "cat:0.9", "dog:0.1"),
        Clip("cat", "dog:0.6", "cat:0.3"),
        Clip("dog", "dog:0.3", "cat:0.3").Abstained(),
        Clip("dog", "?:0.8", "bird:0.1", "dog:0.1").Abstained(),
        Clip("dog").Abstained(),
    ];

    [Theory]
    [InlineData(1, 40)] // the first and the third, though it is abstained
    [InlineData(2, 60)]
    [InlineData(3, 80)] // the unknown sign takes a rank
    [InlineData(10, 80)]
    public void Top_Clips_CountsThoseWithTheSignAmongTheFirst(int k, double expected) =>
        Assert.Equal(expected, LabelAccuracy.Top(k).Of(Clips).Value, 1e-12);

    [Fact]
    public void Answered_AbstainedClips_AreWrong() => Assert.Equal(20, LabelAccuracy.Answered.Of(Clips).Value, 1e-12);

    [Fact]
    public void Score_SumOfStatistics_IsTheScoreOfTheClips()
    {
        var clips = Predictions.Random(seed: 3, count: 97);
        foreach (var accuracy in LabelEvaluation.Accuracies)
        {
            var sum = clips.Select(accuracy.Statistics).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
            Assert.Equal(accuracy.Of(clips).Value, LabelAccuracy.Score(sum).Value);
            Assert.Equal(97, LabelAccuracy.Score(sum).Details["clips"]);
        }
    }

    [Fact]
    public void Signature_OfEachAccuracy_IsItsOwn() =>
        Assert.Equal(LabelEvaluation.Accuracies.Count, LabelEvaluation.Accuracies.Select(a => a.Signature).Distinct().Count());

    [Fact]
    public void Top_Zero_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => LabelAccuracy.Top(0));
}
