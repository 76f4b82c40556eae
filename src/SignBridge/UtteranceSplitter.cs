namespace SignBridge;

/// <summary>Cuts the glosses of a clip into utterances, each of which becomes a sentence.</summary>
public static class UtteranceSplitter
{
    /// <summary>Cuts where nobody signs for a while, and an utterance that is too long where it pauses most.</summary>
    /// <param name="glosses">In order of time.</param>
    /// <param name="pause">From the end of a gloss to the start of the next: where it is at least this long, an utterance ends.</param>
    /// <param name="longest">How many glosses an utterance has at most, from 1.</param>
    public static IReadOnlyList<IReadOnlyList<Gloss>> Split(IReadOnlyList<Gloss> glosses, TimeSpan pause, int longest)
    {
        ArgumentNullException.ThrowIfNull(glosses);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        if (glosses.Count < 2)
            return glosses.Count == 0 ? [] : [glosses];

        // Of equal pauses the one nearest to the middle, so that no gloss is left alone.
        var cut = Enumerable.Range(1, glosses.Count - 1)
            .OrderByDescending(i => PauseBefore(glosses, i))
            .ThenBy(i => Math.Abs((2 * i) - glosses.Count))
            .First();
        return glosses.Count > longest || PauseBefore(glosses, cut) >= pause
            ? [.. Split([.. glosses.Take(cut)], pause, longest), .. Split([.. glosses.Skip(cut)], pause, longest)]
            : [glosses];
    }

    private static TimeSpan PauseBefore(IReadOnlyList<Gloss> glosses, int index) => glosses[index].Start - glosses[index - 1].End;
}
