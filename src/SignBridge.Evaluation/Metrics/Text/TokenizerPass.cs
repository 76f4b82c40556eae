namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>The replacements of which the tokenisers consist. Each reads one buffer, writes the other and exchanges them.</summary>
internal static class TokenizerPass
{
    /// <summary>Puts blanks around every code point of a kind.</summary>
    public static void Surround(ref CodePoints text, ref CodePoints spare, Func<int, bool> isOfKind)
    {
        spare.Clear();
        foreach (var letter in text.Span)
        {
            if (isOfKind(letter))
            {
                spare.Add(' ');
                spare.Add(letter);
                spare.Add(' ');
            }
            else
            {
                spare.Add(letter);
            }
        }

        (text, spare) = (spare, text);
    }

    /// <summary>Puts blanks around the second of two neighbours: <c>(first)(second)</c> becomes <c>first␣second␣</c>.</summary>
    public static void SplitAfter(ref CodePoints text, ref CodePoints spare, Func<int, bool> isFirst, Func<int, bool> isSecond) =>
        Split(ref text, ref spare, isFirst, isSecond, blankFirst: false);

    /// <summary>Puts blanks around the first of two neighbours: <c>(first)(second)</c> becomes <c>␣first␣second</c>.</summary>
    public static void SplitBefore(ref CodePoints text, ref CodePoints spare, Func<int, bool> isFirst, Func<int, bool> isSecond) =>
        Split(ref text, ref spare, isFirst, isSecond, blankFirst: true);

    // As a global regular expression does it, a match uses both code points up: of "a.." the second full stop is no longer seen as a neighbour
    // of the first.
    private static void Split(ref CodePoints text, ref CodePoints spare, Func<int, bool> isFirst, Func<int, bool> isSecond, bool blankFirst)
    {
        spare.Clear();
        var letters = text.Span;
        for (var i = 0; i < letters.Length; i++)
        {
            if (i + 1 == letters.Length || !isSecond(letters[i + 1]) || !isFirst(letters[i]))
            {
                spare.Add(letters[i]);
                continue;
            }

            if (blankFirst)
                spare.Add(' ');
            spare.Add(letters[i]);
            spare.Add(' ');
            spare.Add(letters[++i]);
            if (!blankFirst)
                spare.Add(' ');
        }

        (text, spare) = (spare, text);
    }
}
