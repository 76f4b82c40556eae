namespace SignBridge.Recognition;

/// <summary>What the graph of a recogniser says about one clip; an output that the card does not name is empty.</summary>
/// <param name="Steps">Steps of the CTC output.</param>
/// <param name="LogProbs">Natural logarithms, [steps, classes]: blank, the labels, the unknown sign.</param>
/// <param name="Isolated">Probabilities of the whole clip, [labels + 1]: the labels, the unknown sign.</param>
/// <param name="Embedding">The clip as a point, for comparing clips of signs outside of the vocabulary.</param>
public sealed record RecognizerOutput(int Steps, ReadOnlyMemory<float> LogProbs, ReadOnlyMemory<float> Isolated, ReadOnlyMemory<float> Embedding)
{
    /// <summary>The log-probabilities of one step, [classes].</summary>
    public ReadOnlySpan<float> Step(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Steps);
        var classes = LogProbs.Length / Steps;
        return LogProbs.Span.Slice(index * classes, classes);
    }
}
