using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;
using ScottPlot.Plottables;
using SignBridge.Evaluation.Metrics.Labels;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>Draws the curves of a report as SVG.</summary>
internal static partial class ReportPlots
{
    private const int Width = 480;
    private const int Height = 320;
    private static readonly Color Ink = Color.FromHex("#1f6feb");
    private static readonly Color Soft = Color.FromHex("#9aa6b5");

    /// <summary>Accuracy over confidence: on the diagonal, a confidence is a promise that is kept (Guo et al. 2017).</summary>
    public static string Reliability(IReadOnlyList<ReliabilityBin> bins)
    {
        var plot = Create("confidence", "accuracy");
        var filled = bins.Where(b => b.Count > 0).ToList();
        plot.Add.Bars((List<Bar>)[.. filled.Select(b => new Bar { Position = (b.Lower + b.Upper) / 2, Value = b.Accuracy, Size = 0.9 * (b.Upper - b.Lower), FillColor = Ink.WithAlpha(.6), LineWidth = 0 })]);
        Diagonal(plot);
        plot.Axes.SetLimits(0, 1, 0, 1.02);
        return Svg(plot, "reliability");
    }

    /// <summary>The share of wrong answers over the share of samples that are answered.</summary>
    public static string RiskCoverage(RiskCoverage curve)
    {
        var plot = Create("coverage", "risk");
        var line = plot.Add.ScatterLine(curve.Points.Select(p => p.Coverage).ToArray(), curve.Points.Select(p => p.Risk).ToArray());
        (line.LineWidth, line.Color) = (2, Ink);
        var (_, coverage, risk) = curve.OperatingPoint;
        if (!double.IsNaN(risk))
            plot.Add.Marker(coverage, risk, MarkerShape.FilledCircle, 9, Color.FromHex("#d9480f"));
        plot.Axes.SetLimits(0, 1.02, 0, Math.Max(0.05, 1.1 * curve.Points.Select(p => p.Risk).Append(double.IsNaN(risk) ? 0 : risk).Max()));
        return Svg(plot, "risk-coverage");
    }

    /// <summary>The first score of each row with its interval, in the order of the rows.</summary>
    public static string Levels(ReportTable table)
    {
        var rows = table.Rows.Where(r => r.Scores.Count > 0 && !double.IsNaN(r.Scores[0].Value)).ToList();
        var plot = Create(table.Name, rows.Count > 0 ? rows[0].Scores[0].Metric : "");
        double[] places = [.. rows.Select((_, i) => (double)i)];
        var line = plot.Add.Scatter(places, rows.Select(r => r.Scores[0].Value).ToArray());
        (line.LineWidth, line.MarkerSize, line.Color) = (2, 7, Ink);
        plot.PlottableList.Add(new ErrorBar(
            places, [.. rows.Select(r => r.Scores[0].Value)], null, null,
            [.. rows.Select(r => r.Scores[0].Interval is { } i ? Math.Max(0, r.Scores[0].Value - i.Lower) : 0)],
            [.. rows.Select(r => r.Scores[0].Interval is { } i ? Math.Max(0, i.Upper - r.Scores[0].Value) : 0)]) { Color = Ink });
        // Numbers only, for units would run into each other; the table has them.
        plot.Axes.Bottom.SetTicks(places, [.. rows.Select(r => r.Group.Split(' ')[0])]);
        plot.Axes.SetLimitsX(-0.5, rows.Count - 0.5);
        plot.Axes.SetLimitsY(0, Math.Max(1, 1.05 * rows.Select(r => r.Scores[0].Interval?.Upper ?? r.Scores[0].Value).DefaultIfEmpty(1).Max()));
        return Svg(plot, table.Name);
    }

    private static Plot Create(string x, string y)
    {
        var plot = new Plot();
        plot.XLabel(x);
        plot.YLabel(y);
        plot.HideLegend();
        return plot;
    }

    private static void Diagonal(Plot plot)
    {
        var line = plot.Add.Line(0, 0, 1, 1);
        (line.LineColor, line.LinePattern) = (Soft, LinePattern.Dashed);
    }

    private static string Svg(Plot plot, string name)
    {
        var svg = plot.GetSvgXml(Width, Height);
        var start = svg.IndexOf("<svg", StringComparison.Ordinal); // the declaration in front belongs to files
        var sized = string.Create(CultureInfo.InvariantCulture, $"width=\"{Width}\" height=\"{Height}\">");
        var scalable = svg[start..].Trim().Replace(sized, string.Create(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Width} {Height}\" {sized}"), StringComparison.Ordinal);
        // Skia numbers clip paths through the life of the process: the same plot would be other bytes the next time.
        var ids = new Dictionary<string, int>();
        return ClipPath().Replace(scalable, id =>
        {
            ids.TryAdd(id.Value, ids.Count);
            return string.Create(CultureInfo.InvariantCulture, $"{name}-{ids[id.Value]}");
        });
    }

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b")]
    private static partial Regex ClipPath();
}
