using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Which columns of a table, or fields of a JSON object, hold the id and the text.</summary>
internal static class SegmentColumns
{
    // input: what signbridge translate --format jsonl names a clip by.
    private static readonly string[] Ids = ["id", "input"];
    private static readonly string[] Texts = ["text", "gloss", "glosses"];

    /// <exception cref="SignBridgeException">One is missing (<see cref="FailureKind.Input"/>).</exception>
    public static (string Id, string Text) Choose(string path, string? column, IReadOnlyCollection<string> columns) =>
        (Find(path, Ids, columns), Find(path, column is null ? Texts : [column], columns));

    private static string Find(string path, string[] wanted, IReadOnlyCollection<string> columns) =>
        wanted.FirstOrDefault(columns.Contains) ?? throw DelimitedTable.MissingColumn(path, wanted[0], columns);
}
