namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>sacreBLEU's <c>none</c>: the text is tokenised already.</summary>
internal sealed class WhiteSpaceTokenizer() : Tokenizer("none")
{
    internal override void Apply(ref CodePoints text, ref CodePoints spare)
    {
    }
}
