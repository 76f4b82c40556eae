using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Cli;

/// <summary>Runs an evaluation, then writes its reports.</summary>
internal sealed class EvalRun(EvaluationRun run, RunFolder folder)
{
    public async Task<int> RunAsync(Func<IEnumerable<DatasetEntry>> read, int workers, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var outcome = folder.Outcome();
        var read_ = 0;
        await Progress.RunAsync(Path.GetFileName(folder.Path), outcome?.Samples, async advance =>
            outcome = await run.RunAsync(read(), workers, () => { Interlocked.Increment(ref read_); advance(); }, cancellationToken));
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        Console.Error.WriteLine(FormattableString.Invariant($"signbridge: {read_} samples in {elapsed.TotalSeconds:0.0} s, {read_ / elapsed.TotalSeconds:0.0} a second."));
        var report = new ReportBuilder(RunMetrics.Of(folder.Settings)).Build(folder);
        Console.Out.WriteLine(ReportFiles.Write(folder, report));
        return ExitCode.Success;
    }
}
