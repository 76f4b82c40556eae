using System.Text;

namespace SignBridge.Cli;

/// <summary>A table of words; the first row is its head.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(c => c.Replace("|", @"\|", StringComparison.Ordinal))).Append(" |\n");
            if (row == Rows[0])
                text.Append('|').Insert(text.Length, "---|", row.Count).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Columns side by side.</summary>
    public string ToText()
    {
        var widths = Rows[0].Select((_, column) => Rows.Max(r => r[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in Rows)
            text.Append(string.Join("  ", row.Select((c, column) => c.PadRight(widths[column]))).TrimEnd()).Append('\n');
        return text.ToString();
    }
}
