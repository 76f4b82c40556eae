using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class ChrfTests
{
    public static TheoryData<string> Cases => GoldenMetrics.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_GoldenPairs_EqualsSacreBleu(string name)
    {
        SacreBleuAssert.Equal(GoldenMetrics.Of(name, "chrf2"), new ChrfMetric(), GoldenMetrics.Pairs(name));
        SacreBleuAssert.Equal(GoldenMetrics.Of(name, "chrf++"), new ChrfMetric(new ChrfOptions { WordOrder = 2 }), GoldenMetrics.Pairs(name));
    }

    [Fact]
    public void Score_OtherOptions_EqualsSacreBleu() => Assert.All(SacreBleuCases.Scores("chrf"), expected =>
    {
        var metric = new ChrfMetric(new ChrfOptions
        {
            CharacterOrder = expected.Count("char_order") ?? 6,
            WordOrder = expected.Count("word_order") ?? 0,
            Beta = expected.Count("beta") ?? 2,
            IsLowercase = expected.Flag("lowercase"),
            IsSpaceKept = expected.Flag("whitespace"),
        });
        SacreBleuAssert.Equal(expected, metric, SacreBleuCases.Pairs);
        SacreBleuAssert.EqualSentences(expected, metric, SacreBleuCases.Pairs);
    });

    [Fact]
    public void Constructor_OrderIsOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChrfMetric(new ChrfOptions { CharacterOrder = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChrfMetric(new ChrfOptions { WordOrder = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChrfMetric(new ChrfOptions { Beta = 0 }));
    }
}
