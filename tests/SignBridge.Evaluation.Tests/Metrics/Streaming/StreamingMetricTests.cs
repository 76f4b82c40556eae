using SignBridge.Evaluation.Metrics.Streaming;

namespace SignBridge.Evaluation.Tests.Metrics.Streaming;

public sealed class StreamingMetricTests
{
    [Fact]
    public void AverageLagging_TokenASecondBehindAnEvenTranslator_IsASecond()
    {
        // Four reference tokens in four seconds: the even translator writes at 0, 1, 2, 3 s. The third token has seen the whole clip; it is the last that counts.
        var clip = Clip(4, reference: 4, 1, 2, 4, 4);

        Assert.Equal(1000 * ((1 - 0) + (2 - 1) + (4 - 2)) / 3.0, StreamingMetric.AverageLagging.Of([clip]).Value, 1e-9);
        Assert.Equal(1000, StreamingMetric.TimeToFirstToken.Of([clip]).Value);
    }

    [Fact]
    public void LengthAdaptive_HypothesisTooLong_IsNotRewarded()
    {
        var clip = Clip(4, reference: 2, 1, 2, 3, 4);

        Assert.Equal(1000 * ((1 - 0) + (2 - 2) + (3 - 4) + (4 - 6)) / 4.0, StreamingMetric.AverageLagging.Of([clip]).Value, 1e-9);
        Assert.Equal(1000, StreamingMetric.LengthAdaptiveAverageLagging.Of([clip]).Value, 1e-9);
    }

    [Fact]
    public void LengthAdaptive_HypothesisTooShort_IsAverageLagging()
    {
        var clip = Clip(4, reference: 8, 1, 2, 3);

        Assert.Equal(StreamingMetric.AverageLagging.Of([clip]).Value, StreamingMetric.LengthAdaptiveAverageLagging.Of([clip]).Value);
    }

    [Fact]
    public void AverageLagging_NothingBeforeTheEnd_IsTheDelayOfTheFirstToken()
    {
        Assert.Equal(4000, StreamingMetric.AverageLagging.Of([Clip(4, reference: 2, 4, 4)]).Value);
        Assert.Equal(5500, StreamingMetric.AverageLagging.Of([Clip(4, reference: 2, 5.5, 6)]).Value); // committed by the pause behind the clip
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void AverageLagging_NoReference_TakesTheLengthOfTheHypothesis(int? reference) =>
        Assert.Equal(1000, StreamingMetric.AverageLagging.Of([Clip(4, reference, 1, 2, 3, 4)]).Value, 1e-9);

    [Fact]
    public void Of_ClipsWithoutTokens_AreCountedAndLeftOut()
    {
        foreach (var metric in StreamingMetric.All)
        {
            var score = metric.Of([Clip(4, 2), Clip(4, 1, 3), Clip(4, 1, 1)]);

            Assert.Equal(2000, score.Value);
            Assert.Equal((3, 1), (score.Details["clips"], score.Details["withoutToken"]));
            Assert.True(double.IsNaN(metric.Of([Clip(4, 2)]).Value));
        }
    }

    private static StreamedClip Clip(double seconds, int? reference, params double[] delays) =>
        new(TimeSpan.FromSeconds(seconds), [.. delays.Select(TimeSpan.FromSeconds)], reference);
}
