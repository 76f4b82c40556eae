using System.Globalization;
using System.Text;

namespace SignBridge.Recognition;

/// <summary>What a taught sign may be called: a word, because its gloss stands between others in a line, in a prompt and in a file name.</summary>
public static class SignName
{
    private const int Longest = 48;

    /// <exception cref="SignBridgeException">The name is not a word of letters, digits, hyphens and apostrophes (<see cref="FailureKind.Input"/>).</exception>
    public static void Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValid(name))
        {
            throw new SignBridgeException(
                FailureKind.Input, $"A sign cannot be called '{Printable(name)}': name it by a word of letters and digits, with - or ' inside, of at most {Longest} characters.");
        }
    }

    internal static bool IsValid(string name) => name.Length is > 0 and <= Longest && name[0] is not ('-' or '\'') && name.EnumerateRunes().All(IsOfAWord);

    private static bool IsOfAWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '\'' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // A message is one line, whatever was typed.
    private static string Printable(string name) => string.Concat(name.Take(Longest).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
