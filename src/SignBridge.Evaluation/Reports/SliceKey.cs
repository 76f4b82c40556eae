using SignBridge.Evaluation.Runs;
using SignBridge.Evaluation.Slices;

namespace SignBridge.Evaluation.Reports;

/// <summary>What samples are put into groups by.</summary>
/// <param name="Name">For example <c>signer</c>.</param>
/// <param name="Group">The group of a sample; null where that is not known.</param>
/// <param name="Order">The groups in order; those that it lacks come behind it by name.</param>
internal sealed record SliceKey(string Name, Func<SampleResult, string?> Group, IReadOnlyList<string> Order)
{
    // A column of more values is a name or a number, not a group.
    private const int MostGroups = 50;

    private static readonly SliceKey[] Known =
    [
        new("split", r => r.Split, ["train", "dev", "val", "test"]),
        new("signer", r => r.Signer, []),
        Of("length", SliceBins.Length, r => r.Error is null ? r.Duration : null),
        Of("frame rate", SliceBins.FrameRate, r => r.Error is null ? r.FramesPerSecond : null),
        new("hand", r => r.Hand, [DominantHand.Right, DominantHand.Left, DominantHand.Both, DominantHand.None]),
        Of("light", SliceBins.Light, r => r.Brightness),
    ];

    /// <summary>The keys that tell samples of a run apart.</summary>
    public static IEnumerable<SliceKey> Of(IReadOnlyList<SampleResult> samples)
    {
        var columns = samples.SelectMany(r => r.Columns?.Keys ?? []).Distinct().Order(StringComparer.Ordinal);
        return Known
            .Concat(columns.Select(c => new SliceKey(c, r => r.Columns?.GetValueOrDefault(c), [])))
            .Where(k => samples.Select(k.Group).Distinct().Take(MostGroups + 1).Count() is > 1 and <= MostGroups);
    }

    /// <summary>The groups in order, what is not known last.</summary>
    /// <param name="samples">The results.</param>
    /// <returns>Each group with its places in the list.</returns>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<int>>> Groups(IReadOnlyList<SampleResult> samples)
    {
        var places = Order.Select((name, i) => (name, i)).ToDictionary(o => o.name, o => o.i);
        return Enumerable.Range(0, samples.Count)
            .GroupBy(i => Group(samples[i]))
            .OrderBy(g => g.Key is null)
            .ThenBy(g => g.Key is null ? 0 : places.GetValueOrDefault(g.Key, Order.Count))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create<string, IReadOnlyList<int>>(g.Key ?? "not known", [.. g]));
    }

    private static SliceKey Of(string name, SliceBins bins, Func<SampleResult, double?> value) => new(name, r => bins.Of(value(r)), bins.Names);
}
