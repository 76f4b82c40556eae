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
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"metric",-20} {"A",8} {"B",8} {"B - A",8} {"p (bs)",8} {"p (ar)",8}  signature\n");
        foreach (var m in comparison.Metrics)
            text.Append(CultureInfo.InvariantCulture, $"{m.Metric,-20} {m.Baseline,8:0.00} {m.System,8:0.00} {m.Difference,8:+0.00;-0.00;0.00} {m.BootstrapP,8:0.0000} {m.RandomizationP,8:0.0000}  {m.Signature}\n");
        if (comparison.OnlyInOne > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{comparison.OnlyInOne} samples are in one of the runs only and were left out.\n");
        Append(text, "better in B", comparison.Better);
        Append(text, "worse in B", comparison.Worse);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<ComparedSample> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{samples.Count} samples are {title}{(samples.Count > 0 ? ":" : ".")}\n");
        foreach (var sample in samples.Take(ShownSamples))
            text.Append(CultureInfo.InvariantCulture, $"  {sample.Id}: {sample.Reference}  A: {sample.Baseline}  B: {sample.System}\n");
        if (samples.Count > ShownSamples)
            text.Append(CultureInfo.InvariantCulture, $"  and {samples.Count - ShownSamples} more, with --format json.\n");
    }
}
