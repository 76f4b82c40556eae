namespace SignBridge.Translation;

/// <summary>A search for the answer to one prompt, a token at a time: <see cref="GreedySearch"/> or <see cref="BeamSearch"/>.</summary>
internal interface ITokenSearch : IDisposable
{
    /// <summary>The answers, best first; before the search has ended, the beginnings.</summary>
    IReadOnlyList<Hypothesis> Hypotheses { get; }

    /// <summary>Searches one token further.</summary>
    /// <returns>Whether the search goes on.</returns>
    bool Advance();
}
