using System.Globalization;
using nietras.SeparatedValues;
using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Reports;

/// <summary>Writes the scores of a report as one table (RFC 4180): all samples, then every slice and every perturbation.</summary>
public static class CsvReport
{
    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var csv = Sep.New(',').Writer(o => o with { Escape = true, CultureInfo = CultureInfo.InvariantCulture }).To(output, leaveOpen: true);
        Add("all", "", report.Samples, report.Failed.Count, report.Scores);
        foreach (var (kind, tables) in (ReadOnlySpan<(string, IReadOnlyList<ReportTable>)>)[("slice", report.Slices), ("perturbation", report.Robustness)])
        {
            foreach (var table in tables)
            {
                foreach (var row in table.Rows)
                    Add($"{kind}:{table.Name}", row.Group, row.Samples, row.Failed, row.Scores);
            }
        }

        void Add(string part, string group, int samples, int failed, IReadOnlyList<Score> scores)
        {
            foreach (var score in scores)
            {
                using var row = csv.NewRow();
                row["part"].Set(part);
                row["group"].Set(group);
                row["samples"].Format(samples);
                row["failed"].Format(failed);
                row["metric"].Set(score.Metric);
                row["value"].Set(Number(score.Value));
                row["lower"].Set(Number(score.Interval?.Lower));
                row["upper"].Set(Number(score.Interval?.Upper));
                row["signature"].Set(score.Signature);
            }
        }
    }

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture) : "";
}
