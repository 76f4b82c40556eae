namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>The buffers in which a thread works on one pair at a time; nothing is allocated once they are large enough.</summary>
internal sealed class PairScratch
{
    [ThreadStatic]
    private static PairScratch? _current;

    private readonly WordTable _words = new();
    private readonly CodePoints _hypothesis = new();
    private readonly CodePoints _reference = new();
    private CodePoints _text = new();
    private CodePoints _spare = new();

    /// <summary>Those of this thread.</summary>
    public static PairScratch Current => _current ??= new PairScratch();

    public NgramTrie Ngrams { get; } = new();

    public AlignmentTable Table { get; } = new();

    /// <summary>The words' numbers, or the letters, of the hypothesis.</summary>
    public ReadOnlySpan<int> Hypothesis => _hypothesis.Span;

    /// <summary>The words' numbers, or the letters, of the reference.</summary>
    public ReadOnlySpan<int> Reference => _reference.Span;

    /// <summary>Reads both as words that white space separates.</summary>
    public void ReadWords(string hypothesis, string reference) => ReadWords(hypothesis, reference, Tokenizer.None);

    /// <summary>Reads both as words that white space separates, in lower case where case is ignored.</summary>
    public void ReadWords(string hypothesis, string reference, bool isLowercase)
    {
        if (isLowercase)
            ReadWords(PythonText.ToLower(hypothesis), PythonText.ToLower(reference));
        else
            ReadWords(hypothesis, reference);
    }

    /// <summary>Reads both as words that white space separates once a tokeniser has passed over them.</summary>
    public void ReadWords(ReadOnlySpan<char> hypothesis, ReadOnlySpan<char> reference, Tokenizer tokenizer)
    {
        _words.Clear();
        Read(hypothesis, tokenizer, _hypothesis);
        Read(reference, tokenizer, _reference);
    }

    /// <summary>Reads both as what is between blanks, as Python's <c>split(" ")</c>: between two neighbouring blanks is an empty word, and an empty
    /// text is one.</summary>
    public void ReadBetweenBlanks(ReadOnlySpan<char> hypothesis, ReadOnlySpan<char> reference)
    {
        _words.Clear();
        ReadBetweenBlanks(hypothesis, _hypothesis);
        ReadBetweenBlanks(reference, _reference);
    }

    /// <summary>Reads both as letters.</summary>
    /// <param name="hypothesis">The hypothesis.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="isSpaceKept">Whether white space counts.</param>
    public void ReadLetters(string hypothesis, string reference, bool isSpaceKept)
    {
        ReadLetters(hypothesis, isSpaceKept, _hypothesis);
        ReadLetters(reference, isSpaceKept, _reference);
    }

    private void Read(ReadOnlySpan<char> text, Tokenizer tokenizer, CodePoints numbers)
    {
        numbers.Clear();
        _text.Clear();
        _text.Add(text);
        tokenizer.Apply(ref _text, ref _spare);
        var letters = _text.Span;
        for (var i = 0; i < letters.Length; i++)
        {
            var start = i;
            while (i < letters.Length && !PythonText.IsSpace(letters[i]))
                i++;
            if (i > start)
                numbers.Add(_words.Number(letters[start..i]));
        }
    }

    private void ReadBetweenBlanks(ReadOnlySpan<char> text, CodePoints numbers)
    {
        numbers.Clear();
        _text.Clear();
        _text.Add(text);
        var letters = _text.Span;
        while (letters.IndexOf(' ') is var blank and >= 0)
        {
            numbers.Add(_words.Number(letters[..blank]));
            letters = letters[(blank + 1)..];
        }

        numbers.Add(_words.Number(letters));
    }

    private void ReadLetters(string text, bool isSpaceKept, CodePoints letters)
    {
        letters.Clear();
        _text.Clear();
        _text.Add(text);
        foreach (var letter in _text.Span)
        {
            if (isSpaceKept || !PythonText.IsSpace(letter))
                letters.Add(letter);
        }
    }
}
