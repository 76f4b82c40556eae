using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class TerTests
{
    public static TheoryData<string> Cases => GoldenMetrics.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_GoldenPairs_EqualsSacreBleu(string name) =>
        SacreBleuAssert.Equal(GoldenMetrics.Of(name, "ter"), new TerMetric(), GoldenMetrics.Pairs(name));

    [Fact]
    public void Score_OtherOptions_EqualsSacreBleu() => Assert.All(SacreBleuCases.Scores("ter"), expected =>
    {
        var metric = new TerMetric(new TerOptions
        {
            IsNormalized = expected.Flag("normalized"),
            IsPunctuationDropped = expected.Flag("no_punct"),
            IsAsianSupported = expected.Flag("asian_support"),
            IsCaseSensitive = expected.Flag("case_sensitive"),
        });
        SacreBleuAssert.Equal(expected, metric, SacreBleuCases.Pairs);
        SacreBleuAssert.EqualSentences(expected, metric, SacreBleuCases.Pairs);
    });

    [Fact]
    public void Statistics_PhraseElsewhere_IsOneEdit() => Assert.Equal([1.0, 5], new TerMetric().Statistics("b c d e a", "a b c d e"));
}
