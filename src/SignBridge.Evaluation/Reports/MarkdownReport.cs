using System.Globalization;

namespace SignBridge.Evaluation.Reports;

/// <summary>Writes the scores of a report as Markdown, for a paper's appendix or a pull request.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var settings = report.Settings;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"# {Cell(settings.Dataset)}\n\n{report.Samples} samples, {report.Failed.Count} in which nothing was read, {report.Outcome.Problems.Count} rows that could not be used.\n\n"));
        output.Write($"Models: {string.Join(", ", settings.Models.Select(m => $"{m.Name} {m.Version}".TrimEnd()))}. Command: `{report.Origin.Command}`\n\n");
        Rows(output, ["metric", "value", "95 % interval", "signature"], report.Scores.Select(s => new[] { s.Metric, Figure.Of(s.Value), Figure.Of(s.Interval), $"`{s.Signature}`" }));
        foreach (var table in report.Robustness.Concat(report.Slices))
        {
            var metrics = table.Rows.SelectMany(r => r.Scores.Select(s => s.Metric)).Distinct().ToList();
            output.Write($"\n## By {table.Name}\n\n");
            Rows(output, [table.Name, "samples", "nothing read", .. metrics], table.Rows.Select(r => (string[])
            [
                r.Group, Figure.Of(r.Samples), Figure.Of(r.Failed),
                .. metrics.Select(m => r.Scores.FirstOrDefault(s => s.Metric == m) is { } s ? $"{Figure.Of(s.Value)} ({Figure.Of(s.Interval)})" : ""),
            ]));
        }
    }

    private static void Rows(TextWriter output, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        output.Write($"| {string.Join(" | ", columns.Select(Cell))} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in rows)
            output.Write($"| {string.Join(" | ", row.Select(Cell))} |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
