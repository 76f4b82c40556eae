namespace SignBridge.Recognition;

/// <summary>The labels that alignments have behind them. Alignments share their past, so a new label costs one entry and no copy.</summary>
internal sealed class CtcAlignments
{
    private readonly List<CtcAlignment> _past = [];

    /// <summary>The alignment that goes on with a new label at a step.</summary>
    public CtcAlignment Emit(CtcAlignment alignment, float logProb, int step)
    {
        var earlier = -1;
        if (alignment.FirstStep >= 0)
        {
            earlier = _past.Count;
            _past.Add(alignment);
        }

        return new CtcAlignment(alignment.Score + logProb, earlier, step, step);
    }

    /// <summary>The alignment as it was before its last label.</summary>
    public CtcAlignment Before(CtcAlignment alignment) => alignment.Earlier < 0 ? CtcAlignment.Empty : _past[alignment.Earlier];

    public void Clear() => _past.Clear();
}
