using System.Text.Json;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>Intervals and p-values against those of sacreBLEU, both over 20,000 draws of generators of their own: they agree up to chance.</summary>
public sealed class SacreBleuSignificanceTests
{
    private const int Draws = 20_000;

    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(Repository.Golden("metrics", "significance.json"))).RootElement;

    [Theory]
    [InlineData("bleu")]
    [InlineData("chrf")]
    [InlineData("ter")]
    public void Interval_GoldenPairs_IsThatOfSacreBleu(string name)
    {
        var (metric, expected) = (MetricCatalog.Create(name), Golden.GetProperty(name));

        var interval = Bootstrap.Interval(Table(metric, System), s => metric.Score(s).Value, Draws, cancellationToken: TestContext.Current.CancellationToken);

        // Standard errors: 1 % of the half width on either side; of the mean, a 140th of the standard deviation.
        Assert.InRange(interval.HalfWidth / expected.Number("halfWidth"), 0.96, 1.04);
        Assert.Equal(expected.Number("mean"), interval.Mean, 0.06);
    }

    [Theory]
    [InlineData("bleu", PairedTestKind.Bootstrap, "bs")]
    [InlineData("bleu", PairedTestKind.ApproximateRandomization, "ar")]
    [InlineData("chrf", PairedTestKind.Bootstrap, "bs")]
    [InlineData("chrf", PairedTestKind.ApproximateRandomization, "ar")]
    [InlineData("ter", PairedTestKind.Bootstrap, "bs")]
    [InlineData("ter", PairedTestKind.ApproximateRandomization, "ar")]
    public void PairedTest_GoldenPairs_HasThePValueOfSacreBleu(string name, PairedTestKind kind, string key)
    {
        var (metric, expected) = (MetricCatalog.Create(name), Golden.GetProperty(name).GetProperty(key));

        var result = PairedTest.Run(kind, Table(metric, Baseline), Table(metric, System), s => metric.Score(s).Value, Draws, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected.Number("score"), result.System, 1e-9);
        Assert.Equal(expected.Number("baseline"), result.Baseline, 1e-9);
        // The standard error is at most 0.0035 on either side.
        Assert.Equal(expected.Number("p"), result.PValue, 0.02);
    }

    private static IEnumerable<string> System => GoldenMetrics.Pairs("english").Select(p => p.Hypothesis);

    private static IEnumerable<string> Baseline => Golden.GetProperty("baseline").EnumerateArray().Select(e => e.GetString()!);

    private static StatisticsTable Table(ICorpusMetric metric, IEnumerable<string> hypotheses) => StatisticsTable.Read(
        metric, [.. hypotheses.Zip(GoldenMetrics.Pairs("english"), (h, p) => new TextPair(h, p.Reference))], TestContext.Current.CancellationToken);
}
