using System.Numerics.Tensors;

namespace SignBridge.Translation;

/// <summary>Always takes the most probable token; of equal ones, the one with the lowest id.</summary>
internal sealed class GreedySearch(CausalLanguageModel model, IReadOnlyList<int> prompt, int endId, int maxNewTokens) : ITokenSearch
{
    private readonly List<int> _tokens = [];
    private DecodingState? _state;
    private double _logProbability;
    private bool _isComplete;

    /// <inheritdoc/>
    public IReadOnlyList<Hypothesis> Hypotheses => [new(_tokens, _logProbability, _isComplete)];

    /// <inheritdoc/>
    public bool Advance()
    {
        if (_state is null)
            _state = model.Read([.. prompt], maxNewTokens);
        else
            _state.Append([_tokens[^1]]);
        var logits = _state.Logits(0);
        var best = TensorPrimitives.IndexOfMax(logits);
        _logProbability += logits[best] - LogProbabilities.Normalizer(logits);
        _isComplete = best == endId;
        if (!_isComplete)
            _tokens.Add(best);
        return !_isComplete && _tokens.Count < maxNewTokens;
    }

    /// <inheritdoc/>
    public void Dispose() => _state?.Dispose();
}
