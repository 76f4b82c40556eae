using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Text;
using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class MetricCatalogTests
{
    public static TheoryData<string> Names => [.. MetricCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_EveryName_MakesTheMetric(string name)
    {
        var metric = MetricCatalog.Create(name);

        Assert.Equal(name == "bleu-4" ? "bleu" : name, metric.Name);
        Assert.Equal(metric.HigherIsBetter ? 100 : 0, metric.Score([("die sonne scheint morgen", "die sonne scheint morgen")]).Value, 1e-5);
        Assert.Matches(@"^nrefs:1(\|[a-z]+:[^|]+)+\|version:signbridge-\d+\.\d+\.\d+$", metric.Signature);
    }

    [Fact]
    public void Create_Options_ReachTheMetrics()
    {
        var options = new MetricOptions
        {
            Tokenizer = Tokenizer.Named("intl"), Smoothing = BleuSmoothing.Create("add-k"), Costs = WordErrorCosts.Levenshtein, IsLowercase = true,
            Ter = new TerOptions { IsPunctuationDropped = true },
        };
        Assert.Contains("case:lc|eff:no|tok:intl|smooth:add-k[1.00]|order:2", MetricCatalog.Create("bleu-2", options).Signature, StringComparison.Ordinal);
        Assert.Contains("case:lc|tok:none|costs:1/1/1", MetricCatalog.Create("wer", options).Signature, StringComparison.Ordinal);
        Assert.Contains("punct:no", MetricCatalog.Create("ter", options).Signature, StringComparison.Ordinal);
        Assert.Contains("case:lc", MetricCatalog.Create("chrf++", options).Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_Unknown_NamesThoseThereAre() =>
        Assert.Contains("wer, bleu, bleu-1", Assert.Throws<ArgumentException>(() => MetricCatalog.Create("meteor")).Message, StringComparison.Ordinal);

    [Fact]
    public void With_Fields_StandBehindTheReferences()
    {
        Assert.Equal("nrefs:1|bs:1000|seed:12345|case:mixed|version:x", MetricSignature.With("nrefs:1|case:mixed|version:x", ("bs", "1000"), ("seed", "12345")));
        Assert.Throws<ArgumentException>(() => MetricSignature.With("case:mixed", ("bs", "1000")));
    }
}
