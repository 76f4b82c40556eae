namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads RWTH-PHOENIX-Weather 2014 T (German Sign Language; glosses and German sentences).</summary>
/// <remarks>Layout: docs/datasets.md. Glosses and sentences are as annotated; cleaning them is the metric's business.</remarks>
public sealed class Phoenix2014TReader : IDatasetReader
{
    private const string Frames = "features/fullFrame-210x260px";

    /// <inheritdoc/>
    public string Name => "phoenix-2014t";

    /// <inheritdoc/>
    public string Layout => "the folder PHOENIX-2014-T with annotations/manual/PHOENIX-2014-T.train.corpus.csv and " + Frames;

    /// <inheritdoc/>
    public bool Recognises(string path) => Tables(path).Any(t => File.Exists(t.Path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        Tables(path),
        DelimitedFormat.Bars,
        ["name", "speaker", "orth", "translation"],
        (row, table) => new Sample(row.Require("name"), Media(path, table.Split!, row.Require("name")))
        {
            Glosses = row.Words("orth") ?? [],
            Text = row["translation"],
            Split = table.Split,
            Signer = row["speaker"],
            Language = "de",
        });

    // The column "video" says NAME/1/*.png, but the release has the images in NAME itself; start and end are -1 throughout.
    private static SampleMedia Media(string path, string split, string name) =>
        new(Path.Combine(path, Frames, split, name)) { ImagesPerSecond = 25 };

    private static IEnumerable<DatasetTable> Tables(string path) =>
        from split in (string[])["train", "dev", "test"]
        select new DatasetTable(Path.Combine(path, "annotations", "manual", $"PHOENIX-2014-T.{split}.corpus.csv"), split);
}
