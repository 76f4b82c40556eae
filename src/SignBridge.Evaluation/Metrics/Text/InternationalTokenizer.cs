using System.Globalization;

namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>sacreBLEU's <c>intl</c>: mteval-v14.pl with international tokenisation, punctuation and symbols by their Unicode category.</summary>
internal sealed class InternationalTokenizer() : Tokenizer("intl")
{
    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
        TokenizerPass.SplitAfter(ref text, ref spare, static c => !IsNumber(c), IsPunctuation);
        TokenizerPass.SplitBefore(ref text, ref spare, IsPunctuation, static c => !IsNumber(c));
        TokenizerPass.Surround(ref text, ref spare, IsSymbol);
    }

    private static bool IsNumber(int c) => CharUnicodeInfo.GetUnicodeCategory(c) is >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber;

    private static bool IsPunctuation(int c) => CharUnicodeInfo.GetUnicodeCategory(c) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;

    private static bool IsSymbol(int c) => CharUnicodeInfo.GetUnicodeCategory(c) is >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol;
}
