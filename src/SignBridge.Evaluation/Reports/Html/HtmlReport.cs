using System.Globalization;
using System.Net;
using System.Text;
using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>Writes a report as one page that needs nothing else: no script, no font, no picture from elsewhere.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var title = Encode($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(report.Settings.Dataset))} · {string.Join(" + ", report.Settings.Models.Select(m => m.Name))}");
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>\n{Css()}</style>\n</head>\n<body>\n<main>\n");
        output.Write($"<h1>{title}</h1>\n<p class=\"soft\">SignBridge evaluation: {Counts(report)}</p>\n");
        Cards(output, report);
        Scores(output, report.Scores);
        LabelSection.Write(output, report);
        Robustness(output, report);
        Slices(output, report);
        Examples(output, "Worst samples", report.Worst);
        Examples(output, "Best samples", report.Best);
        OriginSection.Write(output, report);
        output.Write("</main>\n</body>\n</html>\n");
    }

    private static string Counts(EvaluationReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Samples} samples, {report.Failed.Count} in which nothing was read, {report.Outcome.Problems.Count} rows that could not be used; {report.Settings.Mode.ToString().ToLowerInvariant()} signs.");

    private static void Cards(TextWriter output, EvaluationReport report)
    {
        output.Write("<ul class=\"cards\">\n");
        foreach (var score in report.Scores.Where(s => s.Interval is not null).Take(5))
            output.Write($"<li>{Encode(score.Metric)}<b>{Figure.Of(score.Value)}</b><span class=\"soft\">{Figure.Of(score.Interval)}</span></li>\n");
        output.Write("</ul>\n");
    }

    private static void Scores(TextWriter output, IReadOnlyList<Score> scores)
    {
        output.Write("<h2>Scores</h2>\n");
        HtmlTable.Write(output, ["metric", "#value", "#95 % interval", "figures", "signature"], scores.Select(s => new[]
        {
            Encode(s.Metric), Figure.Of(s.Value), Figure.Of(s.Interval),
            Encode(string.Join(", ", s.Details.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value:0.####}")))),
            $"<code>{Encode(s.Signature)}</code>",
        }));
    }

    private static void Robustness(TextWriter output, EvaluationReport report)
    {
        if (report.Robustness.Count == 0)
            return;
        output.Write("<h2>Robustness</h2>\n<div class=\"plots\">\n");
        foreach (var table in report.Robustness)
            HtmlPlot.Write(output, ReportPlots.Levels(table), $"{Encode(table.Name)}, 95 % intervals");
        output.Write("</div>\n");
        foreach (var table in report.Robustness)
            Groups(output, table);
    }

    private static void Slices(TextWriter output, EvaluationReport report)
    {
        if (report.Slices.Count == 0)
            return;
        output.Write("<h2>Slices</h2>\n");
        foreach (var table in report.Slices)
            Groups(output, table);
    }

    private static void Groups(TextWriter output, ReportTable table)
    {
        var metrics = table.Rows.SelectMany(r => r.Scores.Select(s => s.Metric)).Distinct().ToList();
        output.Write($"<h3>By {Encode(table.Name)}</h3>\n");
        HtmlTable.Write(output, [table.Name, "#samples", "#nothing read", .. metrics.Select(m => "#" + m)], table.Rows.Select(r => (string[])
        [
            Encode(r.Group), Figure.Of(r.Samples), Figure.Of(r.Failed),
            .. metrics.Select(m => r.Scores.FirstOrDefault(s => s.Metric == m) is { } s ? $"{Figure.Of(s.Value)} <span class=\"soft\">{Figure.Of(s.Interval)}</span>" : ""),
        ]));
    }

    private static void Examples(TextWriter output, string title, IReadOnlyList<ReportExample> examples)
    {
        if (examples.Count == 0)
            return;
        output.Write($"<h2>{title}</h2>\n<ul class=\"examples\">\n");
        foreach (var example in examples)
        {
            var sketch = example.Sketch is { } poses ? SketchDrawing.Of(poses, $"three poses of {example.Id}") : "";
            output.Write($"<li>{sketch}<dl><dt>sample</dt><dd><code>{Encode(example.Id)}</code></dd><dt>shown</dt><dd>{Encode(example.Reference)}</dd><dt>read</dt><dd>{Encode(example.Hypothesis)}</dd><dt>score</dt><dd>{Figure.Of(example.Value)}</dd></dl></li>\n");
        }

        output.Write("</ul>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Css()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
