using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>ROUGE-L (Lin 2004): the F-score of the longest common subsequence of words, the mean over the pairs, 0 to 100.</summary>
/// <param name="variant">Whose digits.</param>
/// <param name="isLowercase">Whether case is ignored; it always is by <see cref="RougeVariant.RougeScore"/>.</param>
public sealed class RougeMetric(RougeVariant variant, bool isLowercase = false) : ICorpusMetric
{
    private const double CocoBeta = 1.2;

    /// <inheritdoc/>
    public string Name => variant switch
    {
        RougeVariant.RougeScore => "rouge-l",
        RougeVariant.Coco => "rouge-l-coco",
        RougeVariant.Nslt => "rouge-l-nslt",
        _ => "rouge-l-python",
    };

    /// <inheritdoc/>
    public string Signature { get; } = variant switch
    {
        RougeVariant.RougeScore => MetricSignature.Of("rouge-score-0.1.2", ("case", "lc"), ("tok", "alphanumeric"), ("beta", "1"), ("stem", "no")),
        RougeVariant.Coco => MetricSignature.Of("mscoco_rouge", ("case", MetricSignature.Case(isLowercase)), ("tok", "blank"), ("beta", "1.2")),
        RougeVariant.Nslt => MetricSignature.Of("nslt", ("case", MetricSignature.Case(isLowercase)), ("tok", "blank"), ("beta", "p/r")),
        _ => MetricSignature.Of("rouge-1.0.1", ("case", MetricSignature.Case(isLowercase)), ("tok", "none"), ("beta", "1"), ("sentences", "yes")),
    };

    /// <inheritdoc/>
    public bool HigherIsBetter => true;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        if (isLowercase || variant == RougeVariant.RougeScore)
            (hypothesis, reference) = (PythonText.ToLower(hypothesis), PythonText.ToLower(reference));
        if (variant == RougeVariant.PythonRouge)
            return [SentenceUnion.FScore(hypothesis, reference), 1];
        var scratch = PairScratch.Current;
        if (variant == RougeVariant.RougeScore)
            scratch.ReadWords(hypothesis, reference, AlphanumericTokenizer.Instance);
        else if (variant == RougeVariant.Coco)
            scratch.ReadBetweenBlanks(hypothesis, reference);
        else
            scratch.ReadBetweenBlanks(PythonText.Trim(hypothesis), PythonText.Trim(reference));
        var length = LongestCommonSubsequence.Fill(scratch.Hypothesis, scratch.Reference, scratch.Table);
        return [length == 0 ? 0 : FScore((double)length / scratch.Hypothesis.Length, (double)length / scratch.Reference.Length), 1];
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics) =>
        new(100 * statistics[0] / statistics[1], new Dictionary<string, double> { ["pairs"] = statistics[1] });

    private double FScore(double precision, double recall)
    {
        // The small numbers are those of the programs.
        var beta = variant switch { RougeVariant.Coco => CocoBeta, RougeVariant.Nslt => precision / (recall + 1e-12), _ => 1 };
        var denominator = recall + beta * beta * precision;
        return (1 + beta * beta) * precision * recall / (variant == RougeVariant.Nslt ? denominator + 1e-12 : denominator);
    }
}
