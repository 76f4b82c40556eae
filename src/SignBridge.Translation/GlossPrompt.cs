using System.Globalization;
using System.Text;

namespace SignBridge.Translation;

/// <summary>Writes glosses as a language model was trained to read them: a doubtful one with its rivals, an unknown one as the sign for it.</summary>
internal sealed class GlossPrompt(GlossConventions conventions, GlossPromptOptions options)
{
    /// <summary>The longest part of a label that is used; sign names are words, not texts.</summary>
    private const int LongestName = 48;

    /// <summary>All glosses in one line.</summary>
    public string Write(IReadOnlyList<Gloss> glosses) => string.Join(conventions.Separator, glosses.Select(Write));

    /// <summary>Whether nothing in a gloss can be told to a model: it was not recognised, or its label has no letter or digit.</summary>
    public bool IsUnknown(Gloss gloss) => Write(gloss) == conventions.Unknown;

    private string Write(Gloss gloss)
    {
        if (gloss.IsUnknown)
            return conventions.Unknown;
        IEnumerable<string> readings = [gloss.Name, .. Rivals(gloss)];
        string[] names = [.. readings.Select(Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(1 + options.MaxRivals)];
        return names.Length == 0 ? conventions.Unknown : string.Join(conventions.Alternatives, names);
    }

    private IEnumerable<string> Rivals(Gloss gloss) => gloss.Confidence >= options.DoubtBelow
        ? []
        : gloss.Alternatives.Where(a => a.Confidence >= options.RivalAbove && a.Gloss != Gloss.Unknown).Select(a => a.Gloss);

    /// <summary>A label as one word of the prompt. Labels come from files of other people: whatever could end the word, the line or the prompt
    /// (blanks, <c>|</c>, <c>?</c>, line ends, special tokens such as <c>&lt;|im_end|&gt;</c>) is left out.</summary>
    private string Name(string label)
    {
        var name = new StringBuilder();
        foreach (var rune in label.EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || (name.Length > 0 && rune.Value is '\'' or '-');
            if (kept && name.Length + rune.Utf16SequenceLength <= LongestName)
                name.Append(rune.ToString());
        }

        var word = name.ToString().TrimEnd('\'', '-');
        return conventions.Case == "upper" ? word.ToUpperInvariant() : word.ToLowerInvariant();
    }
}
