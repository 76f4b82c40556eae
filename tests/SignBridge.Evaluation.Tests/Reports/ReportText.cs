using System.Text.Json;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Reports.Html;

namespace SignBridge.Evaluation.Tests.Reports;

/// <summary>A report in each of its formats.</summary>
internal static class ReportText
{
    public static string Html(EvaluationReport report) => Text(report, HtmlReport.Write);

    public static string Csv(EvaluationReport report) => Text(report, CsvReport.Write);

    public static string Markdown(EvaluationReport report) => Text(report, MarkdownReport.Write);

    public static JsonElement Json(EvaluationReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(stream, report);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static string Text(EvaluationReport report, Action<TextWriter, EvaluationReport> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text, report);
        return text.ToString();
    }
}
