using System.CommandLine;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>Runs an evaluation, then writes its reports.</summary>
internal sealed class EvalRun(EvaluationRun run, RunFolder folder, ParseResult result)
{
    public async Task<int> RunAsync(IEnumerable<DatasetEntry> entries, int workers, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var samples = 0;
        await Progress.RunAsync(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path)), folder.Outcome()?.Samples, async advance =>
            await run.RunAsync(entries, workers, () => Count(advance), cancellationToken));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Console.Error.WriteLine(FormattableString.Invariant($"signbridge: {samples} samples in {seconds:0.0} s, {samples / seconds:0.0} a second."));
        return RunReport.Write(folder, result);

        void Count(Action advance)
        {
            Interlocked.Increment(ref samples);
            advance();
        }
    }
}
