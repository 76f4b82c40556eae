namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads CSL-Daily (Chinese Sign Language; glosses and Chinese sentences).</summary>
/// <remarks>Layout: docs/datasets.md. It reads the text tables; <c>csl2020ct_v2.pkl</c> holds the same and is a Python pickle, which may
/// run code when it is loaded, so it is not touched.</remarks>
public sealed class CslDailyReader : IDatasetReader
{
    private static readonly string[] Needed = ["name", "gloss", "word"];

    /// <inheritdoc/>
    public string Name => "csl-daily";

    /// <inheritdoc/>
    public string Layout => "a folder with sentence_label/video_map.txt, sentence_label/split_1.txt and sentence/frames_512x512";

    /// <inheritdoc/>
    public bool Recognises(string path) => File.Exists(Videos(path)) && File.Exists(Splits(path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Recognises(path))
            throw DatasetTable.OtherLayout(this, path);
        var splits = ReadSplits(path);
        var samples = DatasetTable.Read(this, path, [new DatasetTable(Videos(path), Split: null)], DelimitedFormat.Bars, Needed, (row, _) =>
        {
            var name = row.Require("name");
            splits.Remove(name, out var split);
            return new Sample(name, new SampleMedia(Path.Combine(path, "sentence", "frames_512x512", name)) { ImagesPerSecond = 30 })
            {
                Glosses = row.Words("gloss") ?? [],
                Text = row["word"]?.Replace(" ", "", StringComparison.Ordinal),
                Split = split.Split,
                Signer = SignerOf(name),
                Language = "zh",
            };
        });
        foreach (var entry in samples)
            yield return entry;
        foreach (var (name, (_, place)) in splits)
            yield return DatasetEntry.Of(DatasetProblem.BrokenRow(place, $"'{name}' is not in video_map.txt"));
    }

    private static Dictionary<string, (string Split, string Place)> ReadSplits(string path)
    {
        var splits = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var table = DelimitedTable.Open(Splits(path), DelimitedFormat.Bars, "name", "split");
        foreach (var row in table.Rows())
        {
            if (row["name"] is { } name && row["split"] is { } split)
                splits[name] = (split, row.Place);
        }

        return splits;
    }

    // S000005_P0004_T00: sentence 5, person 4, take 0.
    private static string? SignerOf(string name) => name.Split('_') is [_, ['P', ..] person, ..] ? person : null;

    private static string Videos(string path) => Path.Combine(path, "sentence_label", "video_map.txt");

    private static string Splits(string path) => Path.Combine(path, "sentence_label", "split_1.txt");
}
