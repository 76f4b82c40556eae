namespace SignBridge.Evaluation.Datasets;

/// <summary>A table of a published data set.</summary>
/// <param name="Path">The file, which may be absent: not every part of a data set need be there.</param>
/// <param name="Split">The part of the data set that it lists; null where it lists all.</param>
internal sealed record DatasetTable(string Path, string? Split)
{
    /// <summary>Lists the samples of those tables that are there.</summary>
    /// <param name="reader">Whose layout it is, for the message where no table is there.</param>
    /// <param name="path">What the user named.</param>
    /// <param name="tables">In the order of the data set.</param>
    /// <param name="format">How their rows are written.</param>
    /// <param name="needed">Columns that each must have.</param>
    /// <param name="toSample">Reads a row of a table; throws <see cref="FormatException"/> with what is wrong with it.</param>
    /// <exception cref="SignBridgeException">No table is there, or one cannot be read or lacks a column (<see cref="FailureKind.Input"/>).</exception>
    public static IEnumerable<DatasetEntry> Read(
        IDatasetReader reader, string path, IEnumerable<DatasetTable> tables, DelimitedFormat format, string[] needed, Func<TableRow, DatasetTable, Sample> toSample)
    {
        var present = tables.Where(t => File.Exists(t.Path)).ToList();
        if (present.Count == 0)
            throw OtherLayout(reader, path);
        var checks = new RowChecks();
        foreach (var table in present)
        {
            using var rows = DelimitedTable.Open(table.Path, format, needed);
            foreach (var row in rows.Rows())
                yield return row.Problem is { } problem ? DatasetEntry.Of(problem) : ToEntry(row, () => toSample(row, table), checks);
        }
    }

    /// <summary>What to say of a path that a reader cannot read.</summary>
    public static SignBridgeException OtherLayout(IDatasetReader reader, string path) => new(
        FailureKind.Input, $"'{path}' has not the layout {reader.Name}: expected {reader.Layout}; check the path.");

    private static DatasetEntry ToEntry(TableRow row, Func<Sample> toSample, RowChecks checks)
    {
        try
        {
            return checks.Check(toSample(), row.Place);
        }
        catch (FormatException e)
        {
            return DatasetEntry.Of(DatasetProblem.BrokenRow(row.Place, e.Message));
        }
    }
}
