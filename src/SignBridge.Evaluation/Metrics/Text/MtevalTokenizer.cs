namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>sacreBLEU's <c>13a</c>: NIST's mteval-v13a.pl, the tokeniser of WMT.</summary>
internal sealed class MtevalTokenizer() : Tokenizer("13a")
{
    private static readonly (string Entity, string Text)[] Entities = [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")];

    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
        Normalize(text);
        // Between blanks, so that a full stop at the end has a neighbour.
        spare.Clear();
        spare.Add(' ');
        spare.Add(text.Span);
        spare.Add(' ');
        (text, spare) = (spare, text);
        SplitPunctuation(ref text, ref spare);
    }

    /// <summary>The rules for Western languages, which <c>zh</c> shares.</summary>
    internal static void SplitPunctuation(ref CodePoints text, ref CodePoints spare)
    {
        TokenizerPass.Surround(ref text, ref spare, IsAsciiSymbol);
        TokenizerPass.SplitAfter(ref text, ref spare, static c => !IsDigit(c), IsStop);
        TokenizerPass.SplitBefore(ref text, ref spare, IsStop, static c => !IsDigit(c));
        TokenizerPass.SplitAfter(ref text, ref spare, IsDigit, static c => c == '-');
    }

    // All of ASCII's punctuation but the apostrophe, comma, hyphen and full stop.
    private static bool IsAsciiSymbol(int c) =>
        c is (>= ' ' and <= '&') or (>= '(' and <= '+') or '/' or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');

    private static bool IsStop(int c) => c is '.' or ',';

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    // Rare, so on a string.
    private static void Normalize(CodePoints text)
    {
        if (text.Span.IndexOfAny('&', '\n', '<') < 0)
            return;
        var line = text.ToString().Replace("<skipped>", "", StringComparison.Ordinal).Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' ');
        foreach (var (entity, plain) in Entities)
            line = line.Replace(entity, plain, StringComparison.Ordinal);
        text.Clear();
        text.Add(line);
    }
}
