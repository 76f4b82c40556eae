using SignBridge.Evaluation.Metrics.Text;
using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class BleuTests
{
    private static readonly Dictionary<string, BleuOptions> Golden = new()
    {
        ["bleu.13a"] = new BleuOptions(),
        ["bleu.none"] = new BleuOptions { Tokenizer = Tokenizer.Named("none") },
        ["bleu.intl"] = new BleuOptions { Tokenizer = Tokenizer.Named("intl") },
        ["bleu.char"] = new BleuOptions { Tokenizer = Tokenizer.Named("char") },
        ["bleu.zh"] = new BleuOptions { Tokenizer = Tokenizer.Named("zh") },
        ["bleu.13a.lc"] = new BleuOptions { IsLowercase = true },
        ["bleu.none.floor"] = new BleuOptions { Tokenizer = Tokenizer.Named("none"), Smoothing = BleuSmoothing.Create("floor", 0) },
    };

    public static TheoryData<string, string> Cases => [.. from row in GoldenMetrics.Cases from key in Golden.Keys select (row.Data, key)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_GoldenPairs_EqualsSacreBleu(string name, string key)
    {
        var (expected, options, pairs) = (GoldenMetrics.Of(name, key), Golden[key], GoldenMetrics.Pairs(name));

        SacreBleuAssert.Equal(expected, new BleuMetric(options), pairs);
        SacreBleuAssert.EqualSentences(expected, new BleuMetric(options with { IsOrderEffective = true }), pairs);
        Assert.Equal(expected.Numbers("cumulative"), Enumerable.Range(1, 4).Select(n => new BleuMetric(options with { MaxOrder = n }).Score(pairs).Value), Near);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Details_GoldenPairs_EqualSacreBleu(string name, string key)
    {
        var expected = GoldenMetrics.Of(name, key);
        var details = new BleuMetric(Golden[key]).Score(GoldenMetrics.Pairs(name)).Details;

        Assert.Equal(expected.Number("bp"), details["brevityPenalty"], 1e-12);
        Assert.Equal(expected.Number("sys_len"), details["hypothesisWords"]);
        Assert.Equal(expected.Number("ref_len"), details["referenceWords"]);
        Assert.Equal(expected.Numbers("precisions"), Enumerable.Range(1, 4).Select(n => details[$"precision{n}"]), Near);
    }

    [Fact]
    public void Score_OtherOptions_EqualsSacreBleu() => Assert.All(SacreBleuCases.Scores("bleu"), expected =>
    {
        var options = new BleuOptions
        {
            MaxOrder = expected.Count("max_ngram_order") ?? 4,
            Tokenizer = Tokenizer.Named(expected.Text("tokenize") ?? "13a"),
            IsLowercase = expected.Flag("lowercase"),
            Smoothing = BleuSmoothing.Create(expected.Text("smooth_method") ?? "exp", expected.Value("smooth_value")),
        };
        SacreBleuAssert.Equal(expected, new BleuMetric(options), SacreBleuCases.Pairs);
        SacreBleuAssert.EqualSentences(expected, new BleuMetric(options with { IsOrderEffective = true }), SacreBleuCases.Pairs);
    });

    [Theory]
    [InlineData("exponential", null, "there are exp, floor, add-k, none")]
    [InlineData("exp", 1.0, "takes no value")]
    [InlineData("floor", -1.0, "takes a number from 0")]
    [InlineData("add-k", double.NaN, "takes a number from 0")]
    public void Smoothing_Unknown_SaysWhatThereIs(string method, double? value, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => BleuSmoothing.Create(method, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void Signature_OrderIsNotFour_SaysSo() => Assert.Contains("|order:2|", new BleuMetric(new BleuOptions { MaxOrder = 2 }).Signature, StringComparison.Ordinal);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
