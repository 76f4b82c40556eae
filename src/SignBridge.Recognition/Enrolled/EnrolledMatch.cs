namespace SignBridge.Recognition;

/// <summary>The taught sign that a clip shows.</summary>
/// <param name="Name">The sign.</param>
/// <param name="Similarity">Cosine between the clip's embedding and the sign's prototype, -1 to 1.</param>
public readonly record struct EnrolledMatch(string Name, double Similarity)
{
    /// <summary>The similarity as a confidence, 0 to 1.</summary>
    public double Confidence => (1 + Similarity) / 2;

    /// <summary>The taught sign in place of what the search read: the earlier readings share the confidence that is left.</summary>
    internal Gloss Instead(Gloss gloss, int best) => gloss with
    {
        Name = Name,
        Confidence = Confidence,
        Alternatives = [.. Others(gloss.Alternatives.Prepend(new GlossAlternative(gloss.Name, gloss.Confidence))).Take(best)],
    };

    /// <summary>The taught sign in place of an isolated one, whose alternatives hold the chosen reading, too.</summary>
    internal Gloss Over(Gloss gloss, int best) => gloss with
    {
        Name = Name,
        Confidence = Confidence,
        Alternatives = [.. Others(gloss.Alternatives).Prepend(new GlossAlternative(Name, Confidence)).Take(best)],
    };

    private IEnumerable<GlossAlternative> Others(IEnumerable<GlossAlternative> readings)
    {
        var (name, left) = (Name, 1 - Confidence);
        return readings.Where(r => r.Gloss != name).Select(r => r with { Confidence = r.Confidence * left });
    }
}
