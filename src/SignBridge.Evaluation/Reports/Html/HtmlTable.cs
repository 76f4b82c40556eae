using System.Net;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>A table of a page.</summary>
internal static class HtmlTable
{
    /// <param name="output">Takes the table.</param>
    /// <param name="columns">Their heads; one that begins with # holds numbers.</param>
    /// <param name="rows">Cells in HTML.</param>
    /// <param name="total">How many rows there are, where not all are given.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> columns, IEnumerable<string[]> rows, int? total = null)
    {
        bool[] isNumber = [.. columns.Select(c => c.StartsWith('#'))];
        // A table that is wider than the page scrolls by itself, which the keyboard must reach and a screen reader name.
        var name = string.Join(", ", columns.Where(c => c.Length > 0).Select(c => c.TrimStart('#')).DefaultIfEmpty("figures"));
        output.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"table: {WebUtility.HtmlEncode(name)}\"><table>\n");
        if (columns.Any(c => c.Length > 0))
            output.Write($"<thead><tr>{string.Concat(columns.Select((c, i) => $"<th{Class(i)}>{WebUtility.HtmlEncode(c.TrimStart('#'))}</th>"))}</tr></thead>\n");
        output.Write("<tbody>\n");
        var shown = 0;
        foreach (var row in rows)
        {
            output.Write($"<tr>{string.Concat(row.Select((cell, i) => $"<td{Class(i)}>{cell}</td>"))}</tr>\n");
            shown++;
        }

        output.Write("</tbody></table></div>\n");
        if (total > shown)
            output.Write(FormattableString.Invariant($"<p class=\"soft\">and {total - shown} more, in report.json.</p>\n"));

        string Class(int column) => isNumber[column] ? " class=\"number\"" : "";
    }
}
