using System.CommandLine;
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
        foreach (var score in report.Scores)
            Console.Out.WriteLine(FormattableString.Invariant($"{score.Metric,-20} {score.Value,8:0.00}  {score.Signature}"));
        Console.Error.WriteLine(FormattableString.Invariant($"signbridge: {report.Samples} samples, {report.Failed.Count} in which nothing was read, {report.Outcome.Problems.Count} rows that could not be used; see {page}."));
        return ExitCode.Success;
    }
}
