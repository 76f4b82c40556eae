using System.Text.RegularExpressions;
using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>Prepares text for TER as sacreBLEU 2.6.0 does, after Tercom's Normalizer.java.</summary>
internal static partial class TercomNormalizer
{
    public static string Normalize(string text, TerOptions options)
    {
        if (!options.IsCaseSensitive)
            text = PythonText.ToLower(text);
        if (options.IsNormalized)
        {
            text = Western(text);
            if (options.IsAsianSupported)
                text = Asian(text);
        }

        if (!options.IsPunctuationDropped)
            return text;
        text = Marks().Replace(text, "");
        return options.IsAsianSupported ? FullWidthMarks().Replace(AsianMarks().Replace(text, ""), "") : text;
    }

    private static string Western(string text)
    {
        text = text.Replace("\n-", "", StringComparison.Ordinal).Replace('\n', ' ')
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        text = AsciiSymbols().Replace($" {text} ", " $1 ").Replace("'s ", " 's ", StringComparison.Ordinal);
        text = NonDigitAndStop().Replace(text, "$1 $2 ");
        text = StopAndNonDigit().Replace(text, " $1 $2");
        return DigitAndDash().Replace(text, "$1 $2 ");
    }

    private static string Asian(string text)
    {
        text = Ideographs().Replace(text, " $1 ");
        text = Strokes().Replace(text, " $1 ");
        text = Compatibility().Replace(text, " $1 ");
        text = Enclosed().Replace(text, " $1 ");
        // sacreBLEU's rules for kana match at the start of a line only, where a blank is by now.
        text = AsianMarks().Replace(text, " $1 ");
        return FullWidthMarks().Replace(text, " $1 ");
    }

    [GeneratedRegex("([{-~[-` -&(-+:-@/])")]
    private static partial Regex AsciiSymbols();

    [GeneratedRegex("([^0-9])([.,])")]
    private static partial Regex NonDigitAndStop();

    [GeneratedRegex("([.,])([^0-9])")]
    private static partial Regex StopAndNonDigit();

    [GeneratedRegex("([0-9])(-)")]
    private static partial Regex DigitAndDash();

    [GeneratedRegex(@"([\u4e00-\u9fff\u3400-\u4dbf])")]
    private static partial Regex Ideographs();

    [GeneratedRegex(@"([\u31c0-\u31ef\u2e80-\u2eff])")]
    private static partial Regex Strokes();

    [GeneratedRegex(@"([\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f])")]
    private static partial Regex Compatibility();

    // Up to 3F22, as sacreBLEU has it, where 32FF is meant.
    [GeneratedRegex(@"([\u3200-\u3f22])")]
    private static partial Regex Enclosed();

    [GeneratedRegex("[.,?:;!\"()]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"([\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb])")]
    private static partial Regex AsianMarks();

    [GeneratedRegex(@"([\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09])")]
    private static partial Regex FullWidthMarks();
}
