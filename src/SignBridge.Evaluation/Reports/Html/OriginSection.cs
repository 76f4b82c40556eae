using System.Net;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>What could not be read, and what made the report: whoever doubts a digit begins here.</summary>
internal static class OriginSection
{
    private const int ShownRows = 30;

    public static void Write(TextWriter output, EvaluationReport report)
    {
        Problems(output, report);
        Origin(output, report);
    }

    private static void Problems(TextWriter output, EvaluationReport report)
    {
        if (report.Failed.Count + report.Outcome.Problems.Count + report.Outcome.UnknownGlosses.Count == 0)
            return;
        output.Write("<h2>Problems</h2>\n");
        if (report.Failed.Count > 0)
        {
            output.Write("<h3>Nothing was read</h3>\n");
            HtmlTable.Write(output, ["sample", "reason"], report.Failed.Take(ShownRows).Select(f => new[] { $"<code>{Encode(f.Id)}</code>", Encode(f.Error) }), report.Failed.Count);
        }

        if (report.Outcome.Problems.Count > 0)
        {
            output.Write("<h3>Rows that could not be used</h3>\n");
            HtmlTable.Write(output, ["place", "problem"], report.Outcome.Problems.Take(ShownRows).Select(p => new[] { $"<code>{Encode(p.Place)}</code>", Encode(p.Message) }), report.Outcome.Problems.Count);
        }

        if (report.Outcome.UnknownGlosses.Count > 0)
        {
            output.Write("<h3>Signs that the recogniser cannot name</h3>\n<p class=\"soft\">Their samples are scored as any other.</p>\n");
            HtmlTable.Write(output, ["sign", "#asked for"], report.Outcome.UnknownGlosses.OrderByDescending(g => g.Value).Take(ShownRows).Select(g => new[] { Encode(g.Key), Figure.Of(g.Value) }), report.Outcome.UnknownGlosses.Count);
        }
    }

    private static void Origin(TextWriter output, EvaluationReport report)
    {
        output.Write($"<h2>How it was made</h2>\n<pre><code>{Encode(report.Origin.Command)}</code></pre>\n");
        HtmlTable.Write(output, ["task", "model", "version", "sha256"], report.Settings.Models.Select(m => new[] { Encode(m.Task), Encode(m.Name), Encode(m.Version), $"<code>{Encode(m.Sha256)}</code>" }));
        output.Write("<h3>Model cards</h3>\n");
        HtmlTable.Write(output, ["model", "licence", "source", "limits"], report.Origin.Cards.Select(c => new[] { Encode(c.Name), Encode(c.License), Encode(c.Source), Encode(c.Limits ?? "") }));
        output.Write("<h3>Environment</h3>\n");
        HtmlTable.Write(output, ["", ""], report.Origin.Environment.Select(e => new[] { Encode(e.Key), Encode(e.Value) }));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
