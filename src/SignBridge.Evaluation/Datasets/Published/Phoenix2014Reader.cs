namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads RWTH-PHOENIX-Weather 2014 (German Sign Language, glosses), multi-signer or signer-independent.</summary>
/// <remarks>Layout: docs/datasets.md. Glosses are as annotated; cleaning them is the metric's business.</remarks>
public sealed class Phoenix2014Reader : IDatasetReader
{
    private const string Frames = "features/fullFrame-210x260px";

    /// <inheritdoc/>
    public string Name => "phoenix-2014";

    /// <inheritdoc/>
    public string Layout => "the folder phoenix-2014-multisigner with annotations/manual/train.corpus.csv and " + Frames;

    /// <inheritdoc/>
    public bool Recognises(string path) => Tables(path).Any(t => File.Exists(t.Path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        Tables(path),
        DelimitedFormat.Bars,
        ["id", "folder", "signer", "annotation"],
        (row, table) => new Sample(row.Require("id"), Media(path, table.Split!, row.Require("folder")))
        {
            Glosses = row.Words("annotation") ?? [],
            Split = table.Split,
            Signer = row["signer"],
        });

    // The column says ID/1/*.png, below the folder of the split.
    private static SampleMedia Media(string path, string split, string images) =>
        new(Path.Combine(path, Frames, split, Path.GetDirectoryName(images) ?? images)) { ImagesPerSecond = 25 };

    private static IEnumerable<DatasetTable> Tables(string path) =>
        from split in (string[])["train", "dev", "test"]
        from suffix in (string[])["", ".SI5"]
        select new DatasetTable(Path.Combine(path, "annotations", "manual", $"{split}{suffix}.corpus.csv"), split);
}
