namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads AUTSL (Turkish Sign Language, single signs; the colour videos).</summary>
/// <remarks>Layout: docs/datasets.md. Glosses are the English names of SignList_ClassId_TR_EN.csv; the Turkish ones stand in the column <c>TR</c>.</remarks>
public sealed class AutslReader : IDatasetReader
{
    private static readonly DelimitedFormat Labels = DelimitedFormat.Csv with { Columns = ["name", "label"] };

    /// <inheritdoc/>
    public string Name => "autsl";

    /// <inheritdoc/>
    public string Layout => "a folder with SignList_ClassId_TR_EN.csv, train_labels.csv and train/NAME_color.mp4";

    /// <inheritdoc/>
    public bool Recognises(string path) => File.Exists(Signs(path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Recognises(path))
            throw DatasetTable.OtherLayout(this, path);
        var signs = ReadSigns(path);
        var entries = DatasetTable.Read(this, path, Tables(path), Labels, [], (row, table) =>
        {
            var name = row.Require("name");
            var (english, turkish) = signs.TryGetValue(row.Require("label"), out var sign)
                ? sign
                : throw new FormatException($"there is no class '{row["label"]}' in SignList_ClassId_TR_EN.csv");
            return new Sample($"{table.Split}/{name}", new SampleMedia(Path.Combine(path, table.Split!, name + "_color.mp4")))
            {
                Glosses = [english],
                Split = table.Split,
                Signer = name.Split('_')[0],
                Columns = new Dictionary<string, string> { ["TR"] = turkish, ["ClassId"] = row.Require("label") },
            };
        });
        foreach (var entry in entries)
            yield return entry;
    }

    private static Dictionary<string, (string English, string Turkish)> ReadSigns(string path)
    {
        using var table = DelimitedTable.Open(Signs(path), DelimitedFormat.Csv, "ClassId", "TR", "EN");
        return table.Rows().Where(r => r.Problem is null).ToDictionary(r => r.Require("ClassId"), r => (r.Require("EN"), r.Require("TR")), StringComparer.Ordinal);
    }

    private static string Signs(string path) => Path.Combine(path, "SignList_ClassId_TR_EN.csv");

    // The keys of validation and test came later, under names that say so.
    private static IEnumerable<DatasetTable> Tables(string path) =>
    [
        new(Path.Combine(path, "train_labels.csv"), "train"),
        new(Path.Combine(path, "ground_truth_validation.csv"), "val"),
        new(Path.Combine(path, "ground_truth_test.csv"), "test"),
    ];
}
