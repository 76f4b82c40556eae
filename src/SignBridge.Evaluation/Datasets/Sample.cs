namespace SignBridge.Evaluation.Datasets;

/// <summary>One clip of a data set and what it is known to show; what is not known is null.</summary>
/// <param name="Id">As the data set names it; unique in it.</param>
/// <param name="Media">Where the clip lies.</param>
public sealed record Sample(string Id, SampleMedia Media)
{
    /// <summary>The signs in order; exactly one in a data set of isolated signs.</summary>
    public IReadOnlyList<string>? Glosses { get; init; }

    /// <summary>The sentence.</summary>
    public string? Text { get; init; }

    /// <summary>The part of the data set, for example <c>train</c>, <c>dev</c>, <c>test</c>.</summary>
    public string? Split { get; init; }

    /// <summary>Who signs.</summary>
    public string? Signer { get; init; }

    /// <summary>The language of <see cref="Text"/> (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>All other columns of the data set, by name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is in one of some splits; no splits stand for all.</summary>
    public bool IsIn(IReadOnlyList<string> splits) => splits is [] || splits.Contains(Split);
}
