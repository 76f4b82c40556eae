using SignBridge.Onnx;

namespace SignBridge.Cli.Tests;

public sealed class BenchComparisonTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1.0, 1.0 }, new[] { 1.04, 1.04, 1.04 }, false)] // within 5 %
    [InlineData(new[] { 1.0, 1.0, 1.0 }, new[] { 1.06, 1.06, 1.06 }, true)]
    [InlineData(new[] { 0.9, 1.0, 1.1 }, new[] { 1.2, 1.2, 1.2 }, false)] // three deviations of the earlier rounds are 0.3
    [InlineData(new[] { 1.0, 1.0, 1.0 }, new[] { 1.1, 1.2, 1.3 }, false)] // and so are those of the later ones
    [InlineData(new[] { 0.9, 1.0, 1.1 }, new[] { 1.4, 1.4, 1.4 }, true)]
    [InlineData(new[] { 1.0, 1.0, 1.0 }, new[] { 1.0, 1.0, 9.0 }, false)] // one outlier is no regression
    [InlineData(new[] { 1.0, 1.0, 1.0 }, new[] { 0.5, 0.5, 0.5 }, false)] // faster
    public void HasRegressed_ByTheSecondsOfTheRounds_IsBeyondTheNoise(double[] earlier, double[] now, bool regressed)
    {
        var comparison = BenchComparison.Of(Report(earlier), Report(now));
        Assert.Equal(regressed, comparison.HasRegressed);
        Assert.Equal(regressed, comparison.Figures.Single(f => f.Name == "seconds a round").HasRegressed);
    }

    [Fact]
    public void HasRegressed_ByAllocations_IsSeenToo()
    {
        var (earlier, now) = (Report([1.0]), Report([1.0]));
        now = now with { Rounds = [now.Rounds[0] with { AllocatedBytes = 2 * now.Rounds[0].AllocatedBytes }] };
        Assert.Equal("allocated bytes a frame", BenchComparison.Of(earlier, now).Figures.Single(f => f.HasRegressed).Name);
    }

    [Fact]
    public void HasRegressed_ByTheAllocationsOfAStart_IsNot()
    {
        var (earlier, now) = (Report([1.0]), Report([1.0]));
        now = now with { Rounds = [now.Rounds[0] with { AllocatedBytes = 1_001_000, StartBytes = 1_000_000 }] };
        Assert.False(BenchComparison.Of(earlier, now).HasRegressed);
    }

    [Fact]
    public void HasRegressed_ByAFigureWithoutRounds_IsNotConcluded()
    {
        var comparison = BenchComparison.Of(Report([1.0]), Report([1.0]) with { LoadSeconds = 100 });
        Assert.False(comparison.HasRegressed);
        Assert.Equal(100, comparison.Figures.Single(f => f.Name == "seconds to load").Ratio);
    }

    [Fact]
    public void Figures_OfTheLanguageModel_AreComparedWhereBothHaveThem()
    {
        var (earlier, now) = (Report([1.0]) with { LanguageModel = Speed(30, 5) }, Report([1.0]) with { LanguageModel = Speed(45, 4) });
        Assert.Equal(
            [("ms to the first token, p50", 1.5), ("ms a token, p50", 0.8)],
            BenchComparison.Of(earlier, now).Figures.Where(f => f.Name.Contains("token", StringComparison.Ordinal)).Select(f => (f.Name, f.Ratio)));
        Assert.DoesNotContain(BenchComparison.Of(Report([1.0]), now).Figures, f => f.Name.Contains("token", StringComparison.Ordinal));
    }

    [Fact]
    public void Percentiles_OfAHundred_AreTheNearestRanks() =>
        Assert.Equal(new Percentiles(100, 50, 95, 99), Percentiles.Of(Enumerable.Range(1, 100).Reverse().Select(i => (double)i)));

    [Fact]
    public void Percentiles_OfOne_AreThatOne() => Assert.Equal(new Percentiles(1, 7, 7, 7), Percentiles.Of([7.0]));

    [Fact]
    public void Spread_OfAnEvenNumber_LiesBetweenTheMiddleTwo() => Assert.Equal(new Spread(2.5, 1), Spread.Of([4.0, 1.0, 3.0, 2.0]));

    private static LanguageModelSpeed Speed(double first, double further) => new(Percentiles.Of([first]), Percentiles.Of([further]), 1000 / further);

    private static BenchReport Report(double[] seconds)
    {
        var clip = Percentiles.Of([1.0]);
        return new BenchReport(
            DateTimeOffset.UnixEpoch,
            new Machine("a processor", 2, "a system", "a runtime", "1", "1", null),
            new DeviceReport("cpu", "cpu", null),
            new BenchPlan("translate", ["clip.pose"], 1, 0, seconds.Length),
            LoadSeconds: 1,
            WarmupSeconds: 0,
            [.. seconds.Select(s => new BenchRound(s, 10, 3, 1000))],
            clip,
            [new BenchStage("recognition", 1, clip, clip)],
            PeakMemoryBytes: null);
    }
}
