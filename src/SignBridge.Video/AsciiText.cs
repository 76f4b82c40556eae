using System.Text;

namespace SignBridge.Video;

/// <summary>Writes text in the letters that OpenCV can draw, which are those of ASCII.</summary>
/// <remarks>OpenCvSharp wraps no FreeType. Letters with accents lose them, typographic signs become plain ones, anything else becomes
/// one <c>?</c>. (Unicode normalization would find the base letters, but the invariant globalization mode does not decompose.)</remarks>
internal static class AsciiText
{
    private static readonly Dictionary<Rune, string> Replacements = Table(
        ("ÀÁÂÃÄÅĀĂĄ", "A"), ("àáâãäåāăą", "a"), ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"), ("ÐĎĐ", "D"), ("ðďđ", "d"), ("ÈÉÊËĒĔĖĘĚ", "E"),
        ("èéêëēĕėęě", "e"), ("ĜĞĠĢ", "G"), ("ĝğġģ", "g"), ("ĤĦ", "H"), ("ĥħ", "h"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ìíîïĩīĭįı", "i"), ("Ĵ", "J"),
        ("ĵ", "j"), ("Ķ", "K"), ("ķ", "k"), ("ĹĻĽĿŁ", "L"), ("ĺļľŀł", "l"), ("ÑŃŅŇ", "N"), ("ñńņň", "n"), ("ÒÓÔÕÖØŌŎŐ", "O"),
        ("òóôõöøōŏő", "o"), ("ŔŖŘ", "R"), ("ŕŗř", "r"), ("ŚŜŞŠȘ", "S"), ("śŝşšș", "s"), ("ŢŤŦȚ", "T"), ("ţťŧț", "t"),
        ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("ùúûüũūŭůűų", "u"), ("Ŵ", "W"), ("ŵ", "w"), ("ÝŶŸ", "Y"), ("ýÿŷ", "y"), ("ŹŻŽ", "Z"), ("źżž", "z"),
        ("Æ", "AE"), ("æ", "ae"), ("Œ", "OE"), ("œ", "oe"), ("ẞ", "SS"), ("ß", "ss"), ("Þ", "Th"), ("þ", "th"),
        ("\u2018\u2019\u201A\u2032\u00B4", "'"), ("\u201C\u201D\u201E\u00AB\u00BB\u2033", "\""), ("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        ("\u2026", "..."), ("\u00A0\u2009\u202F\t\r\n", " "), ("×", "x"), ("•·", "*"), ("€", "EUR"), ("£", "GBP"), ("°", " deg"));

    /// <summary>The text in printable ASCII; combining marks are dropped.</summary>
    public static string From(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= ' ' and <= '~')
                ascii.Append((char)rune.Value);
            else if (Replacements.TryGetValue(rune, out var replacement))
                ascii.Append(replacement);
            else if (!IsInvisible(rune))
                ascii.Append('?');
        }

        return ascii.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.Control;

    private static Dictionary<Rune, string> Table(params (string Letters, string Replacement)[] rows) =>
        rows.SelectMany(row => row.Letters.EnumerateRunes(), (row, letter) => (letter, row.Replacement)).ToDictionary();
}
