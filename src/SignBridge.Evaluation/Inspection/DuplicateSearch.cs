using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Finds clips that are there more than once. About 200 bytes a clip are kept.</summary>
/// <remarks>
/// <para>Near pairs are found by comparing the fingerprints of all clips whose lengths differ by a tenth at most, which is quadratic: fast
/// for a hundred thousand clips, slow for a million.</para>
/// <para>The bounds were measured on the 250 PopSign clips, the hardest case: one signer, one room, single signs. Among their 31,125 pairs the
/// nearest two videos differ in 81 bits and the nearest two pose sequences in 24. Copies of a video encoded anew at half the size differ in
/// 17 at most, cropped by 2 % a side in 42, darkened by 40 % in 23; copies of poses with noise of 1 % of a shoulder width in 14, at half the
/// rate mostly (95 %) in 20, estimated by another implementation in 8.</para>
/// </remarks>
internal sealed class DuplicateSearch
{
    private const int NearVideos = 60;
    private const int NearPoses = 20;
    private const double LongestRatio = 1.1;
    private const int MostExamples = 100;

    private readonly List<Clip> _clips = [];

    /// <summary>Adds a clip, in the order of the data set.</summary>
    public void Add(Sample sample, ClipQuality quality)
    {
        if (quality.Failure is null)
            _clips.Add(new Clip(_clips.Count, sample.Id, sample.Split, HashCode.Combine(sample.Text, string.Join('\n', sample.Glosses ?? [])), quality.Content, quality.Motion, quality.Seconds, quality.Poses is null ? NearVideos : NearPoses));
    }

    /// <summary>Compares all clips.</summary>
    public DuplicateQuality Find(int workers, CancellationToken cancellationToken)
    {
        var same = SamePairs().ToList();
        var near = NearPairs(workers, cancellationToken);
        return new DuplicateQuality(
            same.Count,
            near.Sum(n => n.Pairs),
            same.LongCount(p => p.IsLeak),
            near.Sum(n => n.Leaks),
            same.LongCount(p => !p.SameLabel),
            [.. same.Concat(near.SelectMany(n => n.Examples).OrderBy(n => n.First.Order).ThenBy(n => n.Second.Order).Select(n => Pair(n.First, n.Second, n.Distance)))
                .OrderByDescending(p => p.IsLeak).Take(MostExamples)]);
    }

    /// <summary>Of several copies each is a pair with the first one.</summary>
    private IEnumerable<ClipPair> SamePairs() =>
        from copies in _clips.GroupBy(c => c.Content)
        from copy in copies.Skip(1)
        select Pair(copies.First(), copy, distance: null);

    private Near[] NearPairs(int workers, CancellationToken cancellationToken)
    {
        Clip[] byLength = [.. _clips.Where(c => c.Motion is not null && double.IsFinite(c.Seconds)).OrderBy(c => c.Seconds)];
        var near = new Near[byLength.Length];
        Parallel.For(0, byLength.Length, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, i => near[i] = NearTo(byLength, i));
        return near;
    }

    private static Near NearTo(Clip[] byLength, int i)
    {
        var (pairs, leaks) = (0L, 0L);
        List<(Clip, Clip, int)>? examples = null;
        var clip = byLength[i];
        for (var j = i + 1; j < byLength.Length && byLength[j].Seconds <= clip.Seconds * LongestRatio; j++)
        {
            var other = byLength[j];
            if (other.Bound != clip.Bound || other.Content == clip.Content)
                continue;
            var distance = clip.Motion!.Value.Distance(other.Motion!.Value);
            if (distance > clip.Bound)
                continue;
            pairs++;
            if (clip.Split != other.Split)
                leaks++;

            // A clip may be near to very many; the first leak and the first other are enough to show.
            if (clip.Split != other.Split ? leaks == 1 : pairs - leaks == 1)
                (examples ??= []).Add(clip.Order < other.Order ? (clip, other, distance) : (other, clip, distance));
        }

        return new Near(pairs, leaks, examples ?? []);
    }

    private static ClipPair Pair(Clip first, Clip second, int? distance) => new(first.Id, first.Split, second.Id, second.Split, distance, first.Label == second.Label);

    private sealed record Clip(int Order, string Id, string? Split, int Label, UInt128 Content, ClipFingerprint? Motion, double Seconds, int Bound);

    /// <summary>The pairs of a clip with longer ones.</summary>
    private sealed record Near(long Pairs, long Leaks, IReadOnlyList<(Clip First, Clip Second, int Distance)> Examples);
}
