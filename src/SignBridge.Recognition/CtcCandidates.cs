namespace SignBridge.Recognition;

/// <summary>The best candidates of a step, best first; of equals the one offered first, so that results do not depend on chance.</summary>
internal sealed class CtcCandidates(int capacity)
{
    private readonly CtcCandidate[] _best = new CtcCandidate[capacity];

    public int Count { get; private set; }

    public CtcCandidate this[int index] => _best[index];

    /// <summary>What a candidate must exceed to be kept.</summary>
    public double Bar => Count < _best.Length ? double.NegativeInfinity : _best[^1].Mass;

    public void Clear() => Count = 0;

    public void Offer(CtcCandidate candidate)
    {
        if (!(candidate.Mass > Bar))
            return;
        var at = Count < _best.Length ? Count++ : Count - 1;
        for (; at > 0 && _best[at - 1].Mass < candidate.Mass; at--)
            _best[at] = _best[at - 1];
        _best[at] = candidate;
    }
}
