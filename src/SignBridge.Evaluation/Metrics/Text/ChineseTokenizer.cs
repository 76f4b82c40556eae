namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>sacreBLEU's <c>zh</c>: a Chinese character is a word, the rest is split as by <c>13a</c>.</summary>
internal sealed class ChineseTokenizer() : Tokenizer("zh")
{
    // The ranges of sacreBLEU 2.6.0. It writes the supplementary ideographs (U+20000 to U+2A6D6) as two characters each, so that it takes U+2001
    // to U+2A6D for Chinese in their place, general punctuation and symbols among them; equal digits need the same ranges.
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x2001, 0x2A6D), (0x2E80, 0x2EFF), (0x2F00, 0x2FDF), (0x2FF0, 0x303F), (0x3100, 0x312F), (0x31A0, 0x31BF), (0x31C0, 0x31EF),
        (0x3200, 0x33FF), (0x3400, 0x4DB5), (0x4E00, 0x9FBB), (0xF900, 0xFA2D), (0xFA30, 0xFA6A), (0xFA70, 0xFAD9), (0xFE10, 0xFE1F),
        (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
    ];

    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
        Trim(ref text, ref spare);
        TokenizerPass.Surround(ref text, ref spare, IsChinese);
        MtevalTokenizer.SplitPunctuation(ref text, ref spare);
    }

    // A full stop at the very start is a word only if no digit follows.
    private static void Trim(ref CodePoints text, ref CodePoints spare)
    {
        var letters = text.Span;
        while (letters.Length > 0 && PythonText.IsSpace(letters[0]))
            letters = letters[1..];
        while (letters.Length > 0 && PythonText.IsSpace(letters[^1]))
            letters = letters[..^1];
        spare.Clear();
        spare.Add(letters);
        (text, spare) = (spare, text);
    }

    private static bool IsChinese(int codePoint)
    {
        foreach (var (first, last) in Ranges)
        {
            if (codePoint >= first && codePoint <= last)
                return true;
        }

        return false;
    }
}
