using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Looks at a data set before anyone trains or measures on it.</summary>
public static class DatasetInspection
{
    /// <summary>Clips are looked at side by side and counted in order, so that the same data give the same figures.</summary>
    private const int ClipsAtOnce = 256;

    /// <summary>Reads all rows, then the clips.</summary>
    /// <param name="reader">The layout of the data set.</param>
    /// <param name="path">The data set.</param>
    /// <param name="plan">What is looked at.</param>
    /// <param name="advance">Called after each clip, from any thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">The data set cannot be read (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<DatasetQuality> RunAsync(IDatasetReader reader, string path, InspectionPlan plan, Action advance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(plan);
        var rows = new RowTally();
        var drawn = new PriorityQueue<string, ulong>();
        foreach (var entry in reader.Read(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(entry);
            if (plan.Sample is { } size && entry.Sample is { } sample)
                Draw(drawn, sample.Id, plan.Seed, size);
        }

        var chosen = plan.Sample is null ? null : drawn.UnorderedItems.Select(i => i.Element).ToHashSet(StringComparer.Ordinal);
        var clips = new ClipTally();
        var duplicates = new DuplicateSearch();
        await LookAsync(
            reader.Read(path).Select(e => e.Sample).OfType<Sample>().Where(s => chosen is null || chosen.Contains(s.Id)),
            plan,
            (sample, clip) =>
            {
                clips.Add(clip);
                duplicates.Add(sample, clip);
            },
            advance,
            cancellationToken);

        var quality = new DatasetQuality(
            path, reader.Name, rows.Rows, rows.Problems, rows.ProblemExamples, rows.Splits, rows.Signers(), rows.Labels(), rows.Text(), clips.Summary(),
            duplicates.Find(plan.Workers, cancellationToken), []);
        return quality with { Findings = Findings.Of(quality) };
    }

    private static async Task LookAsync(IEnumerable<Sample> samples, InspectionPlan plan, Action<Sample, ClipQuality> add, Action advance, CancellationToken cancellationToken)
    {
        var inspector = new ClipInspector(plan.Estimates);
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Workers, CancellationToken = cancellationToken };
        foreach (var chunk in samples.Chunk(ClipsAtOnce))
        {
            var clips = new ClipQuality[chunk.Length];
            await Parallel.ForAsync(0, chunk.Length, options, async (i, token) =>
            {
                clips[i] = await inspector.InspectAsync(chunk[i], token);
                advance();
            });
            foreach (var (sample, clip) in chunk.Zip(clips))
                add(sample, clip);
        }
    }

    /// <summary>Keeps the ids of lowest hash: a random sample that needs no more memory than itself.</summary>
    private static void Draw(PriorityQueue<string, ulong> drawn, string id, int seed, int size)
    {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{id}"))));

        // The queue gives up its lowest first, here the id of the highest hash.
        drawn.Enqueue(id, ulong.MaxValue - hash);
        if (drawn.Count > size)
            drawn.Dequeue();
    }
}
