using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>What samples are put into groups by.</summary>
/// <param name="Name">For example <c>signer</c>.</param>
/// <param name="Group">The group of a sample; null where that is not known.</param>
internal sealed record SliceKey(string Name, Func<SampleResult, string?> Group)
{
    // A column of more values is a name or a number, not a group.
    private const int MostGroups = 50;

    /// <summary>The keys that tell samples of a run apart.</summary>
    public static IEnumerable<SliceKey> Of(IReadOnlyList<SampleResult> samples)
    {
        SliceKey[] known =
        [
            new("split", r => r.Split),
            new("signer", r => r.Signer),
        ];
        var columns = samples.SelectMany(r => r.Columns?.Keys ?? []).Distinct().Order(StringComparer.Ordinal);
        return known
            .Concat(columns.Select(c => new SliceKey(c, r => r.Columns?.GetValueOrDefault(c))))
            .Where(k => samples.Select(k.Group).Distinct().Take(MostGroups + 1).Count() is > 1 and <= MostGroups);
    }

    /// <summary>The groups by name, what is not known last.</summary>
    /// <param name="rows">Places in the list of results.</param>
    /// <param name="results">The results.</param>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<int>>> Groups(IEnumerable<int> rows, IReadOnlyList<SampleResult> results) => rows
        .GroupBy(i => Group(results[i]))
        .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => KeyValuePair.Create<string, IReadOnlyList<int>>(g.Key ?? "not known", [.. g]));
}
