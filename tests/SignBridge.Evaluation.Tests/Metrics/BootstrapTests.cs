using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Significance;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class BootstrapTests
{
    private static readonly CorpusScore Accuracy = s => s[0] / s[1];

    [Fact]
    public void Interval_Accuracy_IsThatOfTheBinomialDistribution()
    {
        // 700 of 1000: 0.7 ± 1.96 √(0.7 · 0.3 / 1000) = 0.7 ± 0.0284.
        var interval = Interval(Hits(700, 1000), Accuracy, resamples: 10_000);

        Assert.Equal(0.7, interval.Mean, 1e-3);
        Assert.Equal(0.0284, interval.HalfWidth, 1.5e-3);
        Assert.Equal(0.95, interval.Level);
        Assert.InRange(0.7, interval.Lower, interval.Upper);
    }

    [Fact]
    public void Interval_SameSeed_IsTheSame()
    {
        var table = Hits(30, 101);
        Assert.Equal(Interval(table, Accuracy, seed: 7), Interval(table, Accuracy, seed: 7));
        Assert.NotEqual(Interval(table, Accuracy, seed: 7), Interval(table, Accuracy, seed: 8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Scores_EveryResample_HasAsManySamples(int count)
    {
        var scores = Bootstrap.Scores(Hits(0, count), s => s[1], 500, 1, TestContext.Current.CancellationToken);
        Assert.All(scores, s => Assert.Equal(count, s));
    }

    [Fact]
    public void Scores_ManyResamples_DrawEverySampleEquallyOften()
    {
        const int Count = 11;
        var table = StatisticsTable.Of([.. Enumerable.Range(0, Count).Select(i => Enumerable.Range(0, Count).Select(j => i == j ? 1.0 : 0).ToArray())]);
        for (var sample = 0; sample < Count; sample++)
        {
            // A draw count is binomial (11, 1/11): a mean of 1, a standard error of the mean of 0.0095 over 10,000 resamples.
            var picked = sample;
            var mean = Bootstrap.Scores(table, s => s[picked], 10_000, 12345, TestContext.Current.CancellationToken).Average();
            Assert.InRange(mean, 0.96, 1.04);
        }
    }

    [Fact]
    public void Interval_EndsAreThoseOfSacreBleu()
    {
        // The 40th part of the sorted scores lies outside on either side.
        var table = Hits(50, 100);
        var scores = Bootstrap.Scores(table, Accuracy, 1000, 12345, TestContext.Current.CancellationToken).Order().ToArray();
        var interval = Interval(table, Accuracy);

        Assert.Equal((scores[25], scores[974]), (interval.Lower, interval.Upper));
        Assert.Equal(scores.Average(), interval.Mean, 1e-12);
    }

    [Fact]
    public void Of_NoRowsOrUnequalOnes_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => StatisticsTable.Of([]));
        Assert.Throws<ArgumentException>(() => StatisticsTable.Of([[1, 2], [1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval(Hits(1, 2), Accuracy, resamples: 0));
    }

    private static ConfidenceInterval Interval(StatisticsTable table, CorpusScore score, int resamples = Bootstrap.DefaultResamples, int seed = Bootstrap.DefaultSeed) =>
        Bootstrap.Interval(table, score, resamples, seed, TestContext.Current.CancellationToken);

    internal static StatisticsTable Hits(int hits, int count) => StatisticsTable.Of([.. Enumerable.Range(0, count).Select(i => new[] { i < hits ? 1.0 : 0, 1 })]);
}
