using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class InterruptTests : IDisposable
{
    private const int Inputs = 6;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CtrlC_BetweenInputs_KeepsWhatIsFinished()
    {
        using var process = await StartAsync("--format", "jsonl");
        var first = await process.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Interrupt();
        var rest = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        AssertCancelled(await process.EndAsync($"{first}\n{rest}"), lines => lines.OutputLines.Count);
    }

    [Fact]
    public async Task CtrlC_WhileAnArrayIsWritten_LeavesWholeJsonInTheFile()
    {
        var written = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(_folder.Path);
        watcher.Changed += (_, change) =>
        {
            if (File.ReadAllText(change.FullPath).Contains("\"device\"", StringComparison.Ordinal))
                written.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        using var process = await StartAsync("--format", "json", "-o", "results.json");
        await Task.WhenAny(written.Task, process.Errors);
        process.Interrupt();
        var run = await process.EndAsync("");
        AssertCancelled(run, _ => CliResult.ResultsOf(_folder.Read("results.json")).Count);
        Assert.All(CliResult.ResultsOf(_folder.Read("results.json")), ResultSchema.AssertValid);
    }

    private static void AssertCancelled(CliResult run, Func<CliResult, int> results)
    {
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("signbridge: cancelled; what was finished is kept.", Assert.Single(run.ErrorLines));
        Assert.InRange(results(run), 1, Inputs - 1);
    }

    private Task<CliProcess> StartAsync(params string[] more) => CliProcess.StartAsync(
        _folder, ["translate", .. Enumerable.Repeat(SampleClip.Named("where-dog").Video, Inputs), "--text", "plain", "--device", "cpu", .. more]);
}
