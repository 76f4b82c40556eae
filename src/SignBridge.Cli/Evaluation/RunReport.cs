using System.CommandLine;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>Writes the reports of a run that is finished.</summary>
internal static class RunReport
{
    /// <returns>The exit code: samples in which nothing was read are part of a result, not a failure of the run.</returns>
    public static int Write(RunFolder folder, ParseResult result)
    {
        var report = new ReportBuilder(RunMetrics.Of(folder.Settings, result)).Build(folder);
        var page = ReportFiles.Write(folder, report);
        Console.Out.Write(new Table([["metric", "score", "95 % interval", "signature"], .. report.Scores.Select(Row)]).ToText());
        Console.Error.WriteLine(FormattableString.Invariant($"signbridge: {report.Samples} samples, {report.Failed.Count} in which nothing was read, {report.Outcome.Problems.Count} rows that could not be used; see {page}."));
        return ExitCode.Success;
    }

    private static IReadOnlyList<string> Row(Score score) =>
    [
        score.Metric,
        double.IsNaN(score.Value) ? "-" : FormattableString.Invariant($"{score.Value:0.00}"),
        score.Interval is { } i ? FormattableString.Invariant($"{i.Lower:0.00} - {i.Upper:0.00}") : "",
        score.Signature,
    ];
}
