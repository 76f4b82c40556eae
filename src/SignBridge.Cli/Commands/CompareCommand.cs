using System.CommandLine;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary><c>signbridge compare A B</c></summary>
internal static class CompareCommand
{
    private static readonly Argument<string> Baseline = new("A") { Description = "The folder of the run to compare with." };
    private static readonly Argument<string> System = new("B") { Description = "The folder of another run over the same samples." };
    private static readonly Option<string> Format = CheckedOption.Choice("--format", "text or json.", "text", ["text", "json"]);

    public static Command Create()
    {
        var command = new Command("compare", "Put two evaluations side by side, with tests of significance.") { Baseline, System, Format, CommonOptions.Output, CommonOptions.Force };
        MetricsOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Baseline);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        var (baseline, system) = (RunFolder.Open(result.GetRequiredValue(Baseline)), RunFolder.Open(result.GetRequiredValue(System)));
        using var output = OutputFile.Open(result.GetValue(CommonOptions.Output), result.GetValue(CommonOptions.Force));
        if (baseline.Settings.Mode != system.Settings.Mode)
            throw new SignBridgeException(FailureKind.Input, $"'{baseline.Path}' and '{system.Path}' differ in their mode; compare runs of one mode.");
        var comparison = RunComparison.Of(baseline, system, RunMetrics.Of(baseline.Settings, result), baseline.Settings.Seed);
        output.WriteAll(result.GetValue(Format) == "json" ? JsonReport.ToBytes(comparison) : ComparisonText.ToBytes(comparison));
        return ExitCode.Success;
    }
}
