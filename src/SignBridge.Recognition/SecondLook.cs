namespace SignBridge.Recognition;

/// <summary>Looks at the part of a clip that holds one gloss as at an isolated sign.</summary>
internal sealed class SecondLook(SignRecognizer recognizer, int best)
{
    /// <summary>How long before the emission of its gloss a sign begins.</summary>
    public static readonly TimeSpan Onset = TimeSpan.FromSeconds(0.4);

    private readonly Dictionary<string, int> _labels = recognizer.Labels.Select((name, i) => (name, i)).ToDictionary(l => l.name, l => l.i, StringComparer.Ordinal);

    /// <summary>See <see cref="SignRecognizer.Confirm"/>.</summary>
    public Gloss Confirm(PoseSequence clip, IReadOnlyList<Gloss> glosses, int index)
    {
        var gloss = glosses[index];
        var enrolled = recognizer.Enrolled;
        if (gloss.IsUnknown && enrolled.Count == 0)
            return gloss;

        var part = PartOf(clip, glosses, index);
        var output = part.Frames.Count > 0 ? recognizer.Run(part) : null;
        if (output is not null && recognizer.Taught(output, enrolled) is { } match)
            return match.Instead(gloss, best);
        return gloss.IsUnknown || (gloss.Confidence + Probability(gloss, output)) / 2 >= recognizer.Card.Output.Threshold ? gloss : Doubted(gloss);
    }

    /// <summary>The poses of a sign: up to where the next one begins, as its gloss is emitted early in it.</summary>
    private static PoseSequence PartOf(PoseSequence clip, IReadOnlyList<Gloss> glosses, int index)
    {
        var start = index == 0 ? TimeSpan.MinValue : glosses[index].Start - Onset;
        var end = index + 1 < glosses.Count ? glosses[index + 1].Start - Onset : TimeSpan.MaxValue;
        return clip with { Frames = [.. clip.Frames.Where(f => f.Time >= start && f.Time < end)] };
    }

    private double Probability(Gloss gloss, RecognizerOutput? output)
    {
        if (recognizer.Card.Output.Isolated is null)
            return gloss.Confidence;
        return output is not null && _labels.TryGetValue(gloss.Name, out var label) ? output.Isolated.Span[label] : 0;
    }

    private Gloss Doubted(Gloss gloss) => gloss with
    {
        Name = Gloss.Unknown,
        Confidence = 1 - gloss.Confidence,
        Alternatives = [.. gloss.Alternatives.Prepend(new GlossAlternative(gloss.Name, gloss.Confidence)).Take(best)],
    };
}
