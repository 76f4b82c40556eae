namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads the data of Kaggle's "Google - American Sign Language Fingerspelling Recognition" (landmarks of spelt phrases).</summary>
/// <remarks>Layout: docs/datasets.md. A phrase is text: its letters are no signs of their own in a score, and blanks count, so measure the
/// character error rate of the text. The landmarks are read by <see cref="SamplePoses"/>; a file holds many sequences.</remarks>
public sealed class KaggleFingerspellingReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "kaggle-fingerspelling";

    /// <inheritdoc/>
    public string Layout => "a folder with train.csv (path,file_id,sequence_id,participant_id,phrase) and train_landmarks";

    /// <inheritdoc/>
    public bool Recognises(string path) => File.Exists(Path.Combine(path, "train.csv")) && Directory.Exists(Path.Combine(path, "train_landmarks"));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        [new DatasetTable(Path.Combine(path, "train.csv"), "train"), new DatasetTable(Path.Combine(path, "supplemental_metadata.csv"), "supplemental")],
        DelimitedFormat.Csv,
        ["path", "sequence_id", "participant_id", "phrase"],
        (row, table) => new Sample(row.Require("sequence_id"), new SampleMedia(Path.Combine(path, row.Require("path"))) { Sequence = row["sequence_id"] })
        {
            Text = row.Require("phrase"),
            Split = table.Split,
            Signer = row["participant_id"],
            Language = "en",
            Columns = row.Except("path", "participant_id", "sequence_id", "phrase"),
        });
}
