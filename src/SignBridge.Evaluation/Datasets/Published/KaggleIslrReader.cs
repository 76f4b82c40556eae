namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads the data of Kaggle's "Google - Isolated Sign Language Recognition" (American Sign Language, landmarks of single signs).</summary>
/// <remarks>Layout: docs/datasets.md. The landmarks are read by <see cref="SamplePoses"/>.</remarks>
public sealed class KaggleIslrReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "kaggle-islr";

    /// <inheritdoc/>
    public string Layout => "a folder with train.csv (path,participant_id,sequence_id,sign) and train_landmark_files";

    /// <inheritdoc/>
    public bool Recognises(string path) => File.Exists(Table(path)) && Directory.Exists(Path.Combine(path, "train_landmark_files"));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        [new DatasetTable(Table(path), "train")],
        DelimitedFormat.Csv,
        ["path", "participant_id", "sequence_id", "sign"],
        (row, table) => new Sample(row.Require("sequence_id"), new SampleMedia(Path.Combine(path, row.Require("path"))))
        {
            Glosses = [row.Require("sign")],
            Split = table.Split,
            Signer = row["participant_id"],
            Columns = row.Except("path", "participant_id", "sequence_id", "sign"),
        });

    private static string Table(string path) => Path.Combine(path, "train.csv");
}
