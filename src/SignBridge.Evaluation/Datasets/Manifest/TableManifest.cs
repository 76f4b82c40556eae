namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads the rows of a manifest that is a table.</summary>
internal static class TableManifest
{
    /// <exception cref="SignBridgeException">It cannot be read or has no column <c>file</c> (<see cref="FailureKind.Input"/>).</exception>
    public static IEnumerable<ManifestRow> Read(string path, DelimitedFormat format)
    {
        using var table = DelimitedTable.Open(path, format, "file");
        foreach (var row in table.Rows())
            yield return new ManifestRow(row.Place) { Fields = row.Except(), Problem = row.Problem };
    }
}
