using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Significance;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class PairedTestTests
{
    // 100 samples, of which 79 are right by both and 21 by one only.
    private static readonly StatisticsTable FiveRightOf21 = StatisticsTable.Of([.. Enumerable.Range(0, 100).Select(i => new[] { i < 5 || i >= 21 ? 1.0 : 0, 1 })]);
    private static readonly StatisticsTable SixteenRightOf21 = StatisticsTable.Of([.. Enumerable.Range(0, 100).Select(i => new[] { i >= 5 ? 1.0 : 0, 1 })]);
    private static readonly CorpusScore Accuracy = s => s[0] / s[1];

    public static TheoryData<PairedTestKind> Kinds => [PairedTestKind.Bootstrap, PairedTestKind.ApproximateRandomization];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ClearDifference_IsSignificant(PairedTestKind kind)
    {
        var result = Compare(kind, BootstrapTests.Hits(500, 1000), BootstrapTests.Hits(600, 1000), Accuracy);

        Assert.Equal((0.5, 0.6), (result.Baseline, result.System));
        Assert.Equal(0.1, result.Difference, 1e-12);
        Assert.Equal(1.0 / (PairedTest.DefaultTrials(kind) + 1), result.PValue, 1e-9);
    }

    [Fact]
    public void Run_Randomization_FindsTheProbabilityOfTheSignTest()
    {
        // Of 21 samples on which the systems differ, the system has 16 right: a two-sided sign test gives the probability that more than 16 fall on
        // one side, 2 · Σ(17..21 of 21) / 2²¹ = 0.00720.
        // As exact numbers, so that equal differences are equal.
        var result = Compare(PairedTestKind.ApproximateRandomization, FiveRightOf21, SixteenRightOf21, s => s[0], trials: 100_000);

        Assert.Equal(11, result.Difference);
        Assert.InRange(result.PValue, 0.0064, 0.0080);
    }

    [Fact]
    public void Run_Bootstrap_HasAlmostTheProbabilityOfANormalDistribution()
    {
        // The same systems: the difference of 11 has a standard error of √(21 − 11²/100) = 4.45, so that |N(0, 1)| − |mean| exceeds the real
        // difference where a resampled difference exceeds 22: P(N > 2.47) = 0.0068.
        var result = Compare(PairedTestKind.Bootstrap, FiveRightOf21, SixteenRightOf21, s => s[0], trials: 100_000);

        Assert.InRange(result.PValue, 0.004, 0.010);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_SameSeed_IsTheSame(PairedTestKind kind)
    {
        PairedTestResult Run(int seed) => Compare(kind, FiveRightOf21, SixteenRightOf21, Accuracy, trials: 400, seed: seed);

        Assert.Equal(Run(3), Run(3));
        Assert.NotEqual(Run(3).PValue, Run(4).PValue);
        Assert.Equal(3, Run(3).Seed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_TextMetric_ComparesSystems(PairedTestKind kind)
    {
        var pairs = GoldenMetrics.Pairs("english");
        var metric = MetricCatalog.Create("bleu");
        var system = StatisticsTable.Read(metric, [.. pairs.Select(p => new TextPair(p.Hypothesis, p.Reference))], TestContext.Current.CancellationToken);
        var baseline = StatisticsTable.Read(metric, [.. pairs.Select((p, i) => new TextPair(i % 2 == 0 ? "" : p.Hypothesis, p.Reference))], TestContext.Current.CancellationToken);

        var result = Compare(kind, baseline, system, s => metric.Score(s).Value, trials: 200);

        Assert.Equal(GoldenMetrics.Of("english", "bleu.13a").Number("score"), result.System, 1e-9);
        Assert.True(result.PValue < 0.05);
    }

    [Fact]
    public void Run_OtherSamples_IsRefused() => Assert.Throws<ArgumentException>(
        () => Compare(PairedTestKind.Bootstrap, BootstrapTests.Hits(1, 2), BootstrapTests.Hits(1, 3), Accuracy));

    private static PairedTestResult Compare(
        PairedTestKind kind, StatisticsTable baseline, StatisticsTable system, CorpusScore score, int? trials = null, int seed = Bootstrap.DefaultSeed) =>
        PairedTest.Run(kind, baseline, system, score, trials, seed, TestContext.Current.CancellationToken);
}
