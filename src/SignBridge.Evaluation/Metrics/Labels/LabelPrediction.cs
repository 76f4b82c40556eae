namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>What was read in a clip of one sign.</summary>
/// <param name="Reference">The sign that it shows.</param>
/// <param name="Ranked">The readings, most confident first, whether or not the recogniser abstained; empty where nothing was read.</param>
/// <param name="IsAbstained">Whether the recogniser gave no answer.</param>
public sealed record LabelPrediction(string Reference, IReadOnlyList<GlossAlternative> Ranked, bool IsAbstained)
{
    /// <summary>The best reading, whether or not the recogniser abstained; <see cref="Gloss.Unknown"/> where nothing was read.</summary>
    public string Best => Ranked.Count > 0 ? Ranked[0].Gloss : Gloss.Unknown;

    /// <summary>Whether the sign is among the first <paramref name="k"/> readings.</summary>
    public bool IsAmongFirst(int k)
    {
        for (var i = 0; i < Math.Min(k, Ranked.Count); i++)
        {
            if (Ranked[i].Gloss == Reference)
                return true;
        }

        return false;
    }
}
