using System.CommandLine;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary><c>signbridge compare A B</c></summary>
internal static class CompareCommand
{
    private static readonly Argument<string> Baseline = new("A") { Description = "The folder of the run to compare with." };
    private static readonly Argument<string> System = new("B") { Description = "The folder of another run over the same samples." };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
    private static readonly Option<string?> Output = new("-o", "--output") { Description = "Write to a new file instead of the standard output.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("compare", "Put two evaluations side by side, with tests of significance.") { Baseline, System, Format, Output, CommonOptions.Force };
        MetricsOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Baseline);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        var (baseline, system) = (RunFolder.Open(result.GetRequiredValue(Baseline)), RunFolder.Open(result.GetRequiredValue(System)));
        var path = result.GetValue(Output);
        using var output = OutputFile.Open(path, result.GetValue(CommonOptions.Force));
        if (baseline.Settings.Mode != system.Settings.Mode)
            throw new SignBridgeException(FailureKind.Input, $"'{baseline.Path}' and '{system.Path}' differ in their mode; compare runs of one mode.");
        var comparison = RunComparison.Of(baseline, system, RunMetrics.Of(baseline.Settings, result), baseline.Settings.Seed);
        try
        {
            output.Write(result.GetValue(Format) == "json" ? JsonReport.ToBytes(comparison) : ComparisonText.ToBytes(comparison));
        }
        catch (IOException e)
        {
            throw path is null ? OutputFile.UnwritableStandardOutput(e) : OutputFile.Unwritable(path, e);
        }

        return ExitCode.Success;
    }
}
