using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Reads a table with a header: a column of ids and one of texts.</summary>
internal static class CsvSegments
{
    public static SegmentFile Read(string path, string? column)
    {
        using var table = DelimitedTable.Open(path, DelimitedFormat.Csv);
        var (id, text) = SegmentColumns.Choose(path, column, [.. table.Columns]);
        var segments = new List<Segment>();
        foreach (var row in table.Rows())
        {
            if (row.Problem is { } problem)
                throw new SignBridgeException(FailureKind.Input, problem.Message);
            if (row[id] is not { } key)
                throw new SignBridgeException(FailureKind.Input, $"{row.Place} has no {id}: expected one in each row; add it.");
            segments.Add(new Segment(key, row[text] ?? ""));
        }

        return new SegmentFile(path, text, segments);
    }
}
