namespace SignBridge.Translation;

/// <summary>Turns the glosses of an utterance into text.</summary>
/// <remarks>Implementations keep the state of a call in the call: several utterances may be translated at once.</remarks>
public interface ITextTranslator
{
    /// <summary>What translates, for reports: the name of a model package, <c>plain</c>, or the model of an endpoint.</summary>
    string Name { get; }

    /// <summary>Translates the glosses of one utterance.</summary>
    /// <param name="glosses">In order of time; those that were not recognised are <see cref="Gloss.Unknown"/>.</param>
    /// <param name="cancellationToken">Stops between two updates.</param>
    /// <returns>The text so far, again and again; exactly the last update is final. Without glosses, one final update without text.</returns>
    IAsyncEnumerable<TranslationUpdate> TranslateAsync(IReadOnlyList<Gloss> glosses, CancellationToken cancellationToken);
}
