using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>The tokeniser of rouge-score, on text in lower case: whatever is not a to z or 0 to 9 separates words.</summary>
internal sealed class AlphanumericTokenizer() : Tokenizer("alphanumeric")
{
    public static AlphanumericTokenizer Instance { get; } = new();

    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
        spare.Clear();
        foreach (var letter in text.Span)
            spare.Add(letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? letter : ' ');
        (text, spare) = (spare, text);
    }
}
