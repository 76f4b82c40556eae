using System.CommandLine;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary><c>signbridge merge RUN… --out RUN</c></summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> Shards = new("RUN") { Description = "The folders of all shards of a run, in any order.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Out = new("--out") { Description = "A new folder for the whole run.", HelpName = "RUN", Required = true };

    public static Command Create()
    {
        var command = new Command("merge", "Put the shards of an evaluation together and write its report.") { Shards, Out };
        MetricsOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Shards);
        command.SetAction(result => RunReport.Write(RunMerge.Merge([.. result.GetRequiredValue(Shards).Select(RunFolder.Open)], result.GetRequiredValue(Out)), result));
        return command;
    }
}
