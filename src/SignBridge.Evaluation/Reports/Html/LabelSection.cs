using System.Net;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>The signs one by one: what is confused, whether confidence is worth something, what abstaining brings.</summary>
internal static class LabelSection
{
    private const int ShownRows = 30;

    public static void Write(TextWriter output, EvaluationReport report)
    {
        if (report.Labels is not { } labels || report.Samples == 0)
            return;
        output.Write("<h2>Calibration and abstention</h2>\n<div class=\"plots\">\n");
        HtmlPlot.Write(output, ReportPlots.Reliability(labels.ReliabilityBins), "Accuracy of the best reading over its confidence; the dashed line is perfect calibration.");
        HtmlPlot.Write(output, ReportPlots.RiskCoverage(labels.RiskCoverage), "Share of wrong answers over the share of samples that are answered; the dot is the recogniser's own threshold.");
        output.Write("</div>\n<h2>Signs</h2>\n<h3>Confused signs</h3>\n");
        HtmlTable.Write(output, ["shown", "read as", "#samples"], labels.Confusions.Take(ShownRows).Select(c => new[] { Encode(c.Reference), Encode(c.Predicted), Figure.Of(c.Count) }), labels.Confusions.Count);
        output.Write("<details><summary>Every sign</summary>\n");
        HtmlTable.Write(output, ["sign", "#samples", "#top-1", "#top-5", "#precision", "#recall", "#F1"], labels.Classes.Select(c => new[]
        {
            Encode(c.Label), Figure.Of(c.Count), Figure.Of(c.Top1), Figure.Of(c.Top5), Figure.Of(c.Precision), Figure.Of(c.Recall), Figure.Of(c.F1),
        }));
        output.Write("</details>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
