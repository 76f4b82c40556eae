using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("13a")]
    [InlineData("intl")]
    [InlineData("char")]
    [InlineData("zh")]
    public void Tokenize_AwkwardTexts_SplitsThemAsSacreBleu(string name) =>
        Assert.Equal(SacreBleuCases.Tokenized(name), SacreBleuCases.Texts.Select(Tokenizer.Named(name).Tokenize));

    [Fact]
    public void ToLower_AwkwardTexts_IsThatOfPython() => Assert.Equal(SacreBleuCases.LowerTexts, SacreBleuCases.Texts.Select(PythonText.ToLower));

    [Fact]
    public void Tokenize_None_SplitsAtWhiteSpace() => Assert.Equal("a, b c", Tokenizer.Named("none").Tokenize(" a,\tb\u00A0c "));

    [Fact]
    public void Named_Unknown_NamesThoseThereAre() =>
        Assert.Contains("none, 13a, intl, char, zh", Assert.Throws<ArgumentException>(() => Tokenizer.Named("spm")).Message, StringComparison.Ordinal);
}
