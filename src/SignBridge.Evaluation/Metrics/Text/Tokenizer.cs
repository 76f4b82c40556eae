namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>Splits text into words as sacreBLEU's tokeniser of the same name does.</summary>
public abstract class Tokenizer
{
    private static readonly Tokenizer[] All = [new WhiteSpaceTokenizer(), new MtevalTokenizer(), new InternationalTokenizer(), new CharacterTokenizer(), new ChineseTokenizer()];

    private protected Tokenizer(string name) => Name = name;

    /// <summary>All names: <c>none</c> (white space separates the words already), <c>13a</c> (mteval-v13a, WMT's), <c>intl</c> (mteval-v14
    /// international), <c>char</c> (a letter a word), <c>zh</c> (a Chinese character a word, the rest as 13a).</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(t => t.Name)];

    /// <summary>As the signature has it.</summary>
    public string Name { get; }

    internal static Tokenizer None => All[0];

    /// <summary>The tokeniser of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Tokenizer Named(string name) =>
        Array.Find(All, t => t.Name == name) ?? throw new ArgumentException($"There is no tokeniser '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>The text with its words separated by single blanks.</summary>
    public string Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (codePoints, spare) = (new CodePoints(), new CodePoints());
        codePoints.Add(text);
        Apply(ref codePoints, ref spare);
        return string.Join(' ', codePoints.ToString().Split(PythonText.Spaces, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Puts white space between the words; the buffers may change places.</summary>
    internal abstract void Apply(ref CodePoints text, ref CodePoints spare);
}
