namespace SignBridge;

/// <summary>Cuts the glosses of a clip into utterances where nobody signs for a while.</summary>
public static class UtteranceSplitter
{
    /// <param name="glosses">In order of time.</param>
    /// <param name="pause">From the end of a gloss to the start of the next, at least.</param>
    public static IEnumerable<IReadOnlyList<Gloss>> Split(IReadOnlyList<Gloss> glosses, TimeSpan pause)
    {
        ArgumentNullException.ThrowIfNull(glosses);
        var utterance = new List<Gloss>();
        foreach (var gloss in glosses)
        {
            if (utterance.Count > 0 && gloss.Start - utterance[^1].End >= pause)
            {
                yield return utterance;
                utterance = [];
            }

            utterance.Add(gloss);
        }

        if (utterance.Count > 0)
            yield return utterance;
    }
}
