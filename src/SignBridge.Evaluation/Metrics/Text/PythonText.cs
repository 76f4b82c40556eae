using System.Globalization;
using System.Text;

namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>White space and lower case as Python's <c>str</c> has them: the reference tools are written in it, and .NET differs in a few
/// characters.</summary>
internal static class PythonText
{
    private const char CapitalSigma = 'Σ';
    private const char CapitalDottedI = 'İ';

    /// <summary>All characters of white space.</summary>
    public static char[] Spaces { get; } = [.. Enumerable.Range(0, char.MaxValue).Where(IsSpace).Select(c => (char)c)];

    /// <summary>What <c>str.split()</c> and <c>str.strip()</c> take for white space: .NET's, and the four ASCII separators.</summary>
    public static bool IsSpace(int codePoint) =>
        codePoint <= char.MaxValue && (char.IsWhiteSpace((char)codePoint) || codePoint is >= 0x1C and <= 0x1F);

    /// <summary><c>str.rstrip()</c>.</summary>
    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsSpace(text[^1]))
            text = text[..^1];
        return text;
    }

    /// <summary><c>str.strip()</c>.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        text = TrimEnd(text);
        while (text.Length > 0 && IsSpace(text[0]))
            text = text[1..];
        return text;
    }

    /// <summary><c>str.lower()</c>: Unicode's full mapping, which .NET's lacks for the Turkish İ and for a sigma at the end of a word.</summary>
    public static string ToLower(string text)
    {
        if (text.AsSpan().IndexOfAny(CapitalSigma, CapitalDottedI) < 0)
            return text.ToLowerInvariant();
        var lower = new StringBuilder(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == CapitalDottedI)
                lower.Append("i\u0307");
            else if (text[i] == CapitalSigma)
                lower.Append(IsFinalSigma(text, i) ? 'ς' : 'σ');
            else
                lower.Append(text[i]);
        }

        return lower.ToString().ToLowerInvariant();
    }

    // Unicode, section 3.13: a cased letter before it, none after it; what is case-ignorable is skipped.
    private static bool IsFinalSigma(string text, int index)
    {
        var before = index - 1;
        while (before >= 0 && IsCaseIgnorable(text[before]))
            before--;
        var after = index + 1;
        while (after < text.Length && IsCaseIgnorable(text[after]))
            after++;
        return before >= 0 && char.IsLetter(text[before]) && (after == text.Length || !char.IsLetter(text[after]));
    }

    private static bool IsCaseIgnorable(char c) => c is '\'' or '.' or ':' or '^' or '`' or '·' or '’' || char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
