using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>Takes one punctuation mark off a word, the one at the end first: the words of chrF++ (Popović's chrF++.py).</summary>
internal sealed class EdgePunctuationTokenizer() : Tokenizer("edge-punctuation")
{
    public static EdgePunctuationTokenizer Instance { get; } = new();

    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
        spare.Clear();
        var letters = text.Span;
        for (var start = 0; start < letters.Length; start++)
        {
            var end = start;
            while (end < letters.Length && !PythonText.IsSpace(letters[end]))
                end++;
            if (end > start)
                Add(letters[start..end], spare);
            start = end;
        }

        (text, spare) = (spare, text);
    }

    private static void Add(ReadOnlySpan<int> word, CodePoints words)
    {
        // A word of one mark stays.
        var first = word.Length < 2 ? word.Length : IsPunctuation(word[^1]) ? word.Length - 1 : IsPunctuation(word[0]) ? 1 : word.Length;
        words.Add(word[..first]);
        words.Add(' ');
        words.Add(word[first..]);
        words.Add(' ');
    }

    // ASCII's, as Python's string.punctuation.
    private static bool IsPunctuation(int c) => c is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');
}
