using System.Globalization;
using System.Text;
using SignBridge.Evaluation.Reports;

namespace SignBridge.Cli;

/// <summary>Writes a comparison for a terminal.</summary>
internal static class ComparisonText
{
    private const int ShownSamples = 10;

    public static byte[] ToBytes(RunComparison comparison)
    {
        var table = new Table([["metric", "A", "B", "B - A", "p (bs)", "p (ar)", "signature"], .. comparison.Metrics.Select(Row)]);
        var text = new StringBuilder(table.ToText());
        if (comparison.OnlyInOne > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{comparison.OnlyInOne} samples are in one of the runs only and were left out.\n");
        Append(text, "better in B", comparison.Better);
        Append(text, "worse in B", comparison.Worse);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IReadOnlyList<string> Row(ComparedMetric metric) =>
    [
        metric.Metric,
        FormattableString.Invariant($"{metric.Baseline:0.00}"),
        FormattableString.Invariant($"{metric.System:0.00}"),
        FormattableString.Invariant($"{metric.Difference:+0.00;-0.00;0.00}"),
        FormattableString.Invariant($"{metric.BootstrapP:0.0000}"),
        FormattableString.Invariant($"{metric.RandomizationP:0.0000}"),
        metric.Signature,
    ];

    private static void Append(StringBuilder text, string title, IReadOnlyList<ComparedSample> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{samples.Count} samples are {title}{(samples.Count > 0 ? ":" : ".")}\n");
        foreach (var sample in samples.Take(ShownSamples))
            text.Append(CultureInfo.InvariantCulture, $"  {sample.Id}: {sample.Reference}  A: {sample.Baseline}  B: {sample.System}\n");
        if (samples.Count > ShownSamples)
            text.Append(CultureInfo.InvariantCulture, $"  and {samples.Count - ShownSamples} more, with --format json.\n");
    }
}
