namespace SignBridge.Evaluation.Runs;

/// <summary>All that decides the digits of a run. A run is continued, and shards are merged, only with equal settings.</summary>
public sealed record RunSettings
{
    /// <summary>The data set as it was named.</summary>
    public required string Dataset { get; init; }

    /// <summary>Its layout.</summary>
    public required string Layout { get; init; }

    /// <summary>How signs are recognised: <c>isolated</c> or <c>continuous</c>.</summary>
    public required RecognitionMode Mode { get; init; }

    /// <summary>Whether samples are read as a live stream reads them, gloss by gloss as they are committed.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The splits that are read; empty for all.</summary>
    public IReadOnlyList<string> Splits { get; init; } = [];

    /// <summary>The shares of signers by which the splits were made anew, train/dev/test in percent; null where they are the data set's own.</summary>
    public string? SplitBySigner { get; init; }

    /// <summary>How many samples are read at most; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The perturbations under which every sample is read beside its own self.</summary>
    public IReadOnlyList<string> Perturbations { get; init; } = [];

    /// <summary>Decides everything that is drawn by chance.</summary>
    public int Seed { get; init; }

    /// <summary>Which models read the samples.</summary>
    public required IReadOnlyList<UsedModel> Models { get; init; }

    /// <summary>The part of the run that this is; null for the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>What differs between these settings and others of the same run, in the words of the command line; null where nothing does.</summary>
    public string? Difference(RunSettings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (string Name, bool IsEqual)[] parts =
        [
            ("data set", Dataset == other.Dataset),
            ("layout", Layout == other.Layout),
            ("mode", Mode == other.Mode),
            ("way of streaming", IsStreaming == other.IsStreaming),
            ("splits", Splits.SequenceEqual(other.Splits)),
            ("division by signers", SplitBySigner == other.SplitBySigner),
            ("limit", Limit == other.Limit),
            ("perturbations", Perturbations.SequenceEqual(other.Perturbations)),
            ("seed", Seed == other.Seed),
            ("models", Models.SequenceEqual(other.Models)),
            ("shard", Shard == other.Shard),
        ];
        var different = parts.Where(p => !p.IsEqual).Select(p => p.Name).ToList();
        return different.Count == 0 ? null : string.Join(", ", different);
    }
}
