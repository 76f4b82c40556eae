namespace SignBridge.Translation;

/// <summary>Follows the most probable beginnings side by side.</summary>
/// <remarks>
/// Each step ranks all continuations of all beginnings by the probability of the whole text; the best <c>width</c> of those that do not end
/// are followed. Finished answers are ranked by <see cref="Hypothesis.Score"/> (mean log-probability of a token), which is also where the search
/// stops: once <c>width</c> answers are finished and no beginning scores better than the worst of them.
/// </remarks>
internal sealed class BeamSearch(CausalLanguageModel model, IReadOnlyList<int> prompt, int endId, int maxNewTokens, int width) : ITokenSearch
{
    private readonly List<Hypothesis> _finished = [];
    private List<Hypothesis> _beginnings = [new([], 0, false)];
    private DecodingState? _state;
    private DecodingState? _spare;
    private int[] _parents = [0];

    /// <inheritdoc/>
    public IReadOnlyList<Hypothesis> Hypotheses => [.. _finished, .. _finished.Count < width ? _beginnings : []];

    /// <inheritdoc/>
    public bool Advance()
    {
        Step();
        var candidates = Continuations();
        var open = new List<(int Parent, Hypothesis Text)>(width);
        for (var rank = 0; rank < candidates.Count && open.Count < width; rank++)
        {
            var (parent, token, logProbability) = candidates[rank];
            var tokens = _beginnings[parent].Tokens;
            if (token != endId)
                open.Add((parent, new Hypothesis([.. tokens, token], logProbability, false)));
            else if (rank < width)
                Finish(new Hypothesis(tokens, logProbability, true));
        }

        _beginnings = [.. open.Select(o => o.Text)];
        _parents = [.. open.Select(o => o.Parent)];
        return _beginnings[0].Tokens.Count < maxNewTokens
            && (_finished.Count < width || _beginnings.Exists(b => b.Score > _finished[^1].Score));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _state?.Dispose();
        _spare?.Dispose();
    }

    /// <summary>Brings the logits up to date with the beginnings.</summary>
    private void Step()
    {
        if (_state is null)
        {
            _state = model.Read([.. prompt], maxNewTokens);
            return;
        }

        if (_state.Rows != width || !_parents.AsSpan().SequenceEqual([.. Enumerable.Range(0, width)]))
        {
            _spare ??= new DecodingState(model, width, _state.Capacity);
            _state.CopyTo(_spare, _parents, _state.Length);
            (_state, _spare) = (_spare, _state);
            if (_spare.Rows != width)
            {
                _spare.Dispose();
                _spare = null;
            }
        }

        _state.Append([.. _beginnings.Select(b => b.Tokens[^1])]);
    }

    // Twice the width from each beginning: even if all the best ones end, as many are left to follow.
    private List<(int Parent, int Token, double LogProbability)> Continuations()
    {
        var all = new List<(int Parent, int Token, double LogProbability)>(_beginnings.Count * 2 * width);
        for (var row = 0; row < _beginnings.Count; row++)
        {
            foreach (var (token, logProbability) in LogProbabilities.Best(_state!.Logits(row), 2 * width))
                all.Add((row, token, _beginnings[row].LogProbability + logProbability));
        }

        return [.. all.OrderByDescending(c => c.LogProbability).ThenBy(c => c.Parent).ThenBy(c => c.Token)];
    }

    private void Finish(Hypothesis answer)
    {
        var place = _finished.FindIndex(f => answer.Score > f.Score);
        _finished.Insert(place < 0 ? _finished.Count : place, answer);
        if (_finished.Count > width)
            _finished.RemoveAt(width);
    }
}
