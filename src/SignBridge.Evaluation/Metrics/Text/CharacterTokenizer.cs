namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>sacreBLEU's <c>char</c>: every code point is a word.</summary>
internal sealed class CharacterTokenizer() : Tokenizer("char")
{
    internal override void Apply(ref CodePoints text, ref CodePoints spare) => TokenizerPass.Surround(ref text, ref spare, static _ => true);
}
