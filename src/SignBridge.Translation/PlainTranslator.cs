using System.Runtime.CompilerServices;
using System.Text;

namespace SignBridge.Translation;

/// <summary>No language model: the glosses in sentence case (<c>--text plain</c>).</summary>
/// <remarks>The first letter is a capital, everything else lower case, a sign that was not recognised is <see cref="UnknownText"/>, and a full
/// stop ends the line: "Mom like cat." No word, ending or question mark is added that was not signed.</remarks>
public sealed class PlainTranslator : ITextTranslator
{
    /// <summary>What stands for a sign that was not recognised.</summary>
    public const string UnknownText = "[?]";

    /// <inheritdoc/>
    public string Name => "plain";

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslationUpdate> TranslateAsync(
        IReadOnlyList<Gloss> glosses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        yield return new TranslationUpdate(Write(glosses), IsFinal: true);
        await Task.CompletedTask;
    }

    /// <summary>The glosses in sentence case; empty without glosses.</summary>
    public static string Write(IReadOnlyList<Gloss> glosses)
    {
        ArgumentNullException.ThrowIfNull(glosses);
        if (glosses.Count == 0)
            return "";
        var text = new StringBuilder(string.Join(' ', glosses.Select(Word))).Append('.');
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    // Labels come from files of other people: a caption stays one line without control characters.
    private static string Word(Gloss gloss)
    {
        var words = string.Concat(gloss.Name.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return gloss.IsUnknown || words.Length == 0 ? UnknownText : string.Join(' ', words).ToLowerInvariant();
    }
}
