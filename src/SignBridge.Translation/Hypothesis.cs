namespace SignBridge.Translation;

/// <summary>An answer of a language model, or its beginning.</summary>
/// <param name="Tokens">Without the end token.</param>
/// <param name="LogProbability">Natural logarithm of the probability of all tokens, the end token among them where it was reached.</param>
/// <param name="IsComplete">Whether the end token was reached.</param>
internal sealed record Hypothesis(IReadOnlyList<int> Tokens, double LogProbability, bool IsComplete)
{
    /// <summary>The mean log-probability of a token, the end token among them: what answers of different lengths are compared by.</summary>
    public double Score => LogProbability / Math.Max(1, Tokens.Count + (IsComplete ? 1 : 0));
}
