namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a manifest: a table (<c>.csv</c>, <c>.tsv</c>) or JSON lines (<c>.jsonl</c>) with a row for each sample, or a folder
/// that has one as <c>labels</c> or <c>manifest</c>.</summary>
/// <remarks>The columns are described in docs/datasets.md. The one that is needed is <c>file</c>; paths are relative to the manifest.</remarks>
public sealed class ManifestReader : IDatasetReader
{
    private static readonly string[] Names = ["labels", "manifest"];
    private static readonly string[] Extensions = [".csv", ".tsv", ".jsonl"];

    /// <inheritdoc/>
    public string Name => "manifest";

    /// <inheritdoc/>
    public string Layout => "a .csv, .tsv or .jsonl file with a column 'file', or a folder with labels.csv";

    /// <inheritdoc/>
    public bool Recognises(string path) => Find(path) is not null;

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        var file = Find(path) ?? throw new SignBridgeException(FailureKind.Input, $"'{path}' is not a manifest: expected {Layout}; check the path.");
        var rows = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".jsonl" => JsonLinesManifest.Read(file),
            ".tsv" => TableManifest.Read(file, DelimitedFormat.Tsv),
            _ => TableManifest.Read(file, DelimitedFormat.Csv),
        };
        return Check(rows);
    }

    private static IEnumerable<DatasetEntry> Check(IEnumerable<ManifestRow> rows)
    {
        var checks = new RowChecks();
        foreach (var row in rows)
            yield return row.ToEntry(checks);
    }

    private static string? Find(string path)
    {
        if (!Directory.Exists(path))
            return Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? path : null;
        return Names.SelectMany(n => Extensions.Select(e => Path.Combine(path, n + e))).FirstOrDefault(File.Exists);
    }
}
