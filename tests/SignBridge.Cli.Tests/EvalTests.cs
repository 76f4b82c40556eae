using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>The real models over a data set, through the real program.</summary>
public sealed class EvalTests : IDisposable
{
    private const int Rows = 400;
    private static readonly string[] Reports = ["report.html", "report.json", "report.csv", "report.md"];

    private readonly WorkFolder _folder = new();
    private readonly WorkFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Eval_OfTheSamples_ScoresGlossesAndSentences()
    {
        var run = await CliProcess.RunAsync(_folder, "eval", Repository.Samples, "--out", "run");
        run.AssertSucceeded();
        using var report = Report(_folder, "run");
        Assert.Equal(8, report.RootElement.GetProperty("samples").GetInt32());
        Assert.Equal(0, Value(report, "wer"));
        Assert.Equal(100, Value(report, "bleu"), 3);
        Assert.All(Reports, name => Assert.True(new FileInfo(_folder[$"run/{name}"]).Length > 0, name));
        Assert.Contains("<svg", _folder.Read("run/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_KilledAndRunAgain_GivesTheReportOfAnUndisturbedRun()
    {
        string[] command = ["eval", "isolated.csv", "--out", "run"];
        WriteIsolated(_folder);
        WriteIsolated(_other);
        (await CliProcess.RunAsync(_other, command)).AssertSucceeded();

        using (var process = await CliProcess.StartAsync(_folder, command))
        {
            while (!File.Exists(_folder["run/results.jsonl"]) || new FileInfo(_folder["run/results.jsonl"]).Length < 1000)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            process.Kill();
            await process.EndAsync("");
        }

        var done = File.ReadLines(_folder["run/results.jsonl"]).Count();
        Assert.InRange(done, 1, Rows - 1);
        (await CliProcess.RunAsync(_folder, command)).AssertSucceeded();
        Assert.All(Reports, name => Assert.Equal(_other.Read($"run/{name}"), _folder.Read($"run/{name}")));
    }

    [Fact]
    public async Task Merge_OfShards_GivesTheDigitsOfOneRun()
    {
        WriteIsolated(_folder);
        (await CliProcess.RunAsync(_folder, "eval", "isolated.csv", "--out", "whole")).AssertSucceeded();
        for (var shard = 1; shard <= 3; shard++)
            (await CliProcess.RunAsync(_folder, "eval", "isolated.csv", "--out", $"part{shard}", "--shard", $"{shard}/3")).AssertSucceeded();
        (await CliProcess.RunAsync(_folder, "merge", "part3", "part1", "part2", "--out", "merged")).AssertSucceeded();
        using var whole = Report(_folder, "whole");
        using var merged = Report(_folder, "merged");
        Assert.All((string[])["samples", "failed", "scores", "slices", "labels", "worst", "best"], part => Assert.Equal(
            whole.RootElement.GetProperty(part).GetRawText(), merged.RootElement.GetProperty(part).GetRawText()));
        Assert.Equal(_folder.Read("whole/report.csv"), _folder.Read("merged/report.csv"));
    }

    [Fact]
    public async Task Merge_WithoutAShard_SaysWhich()
    {
        WriteIsolated(_folder);
        (await CliProcess.RunAsync(_folder, "eval", "isolated.csv", "--out", "part1", "--shard", "1/2", "--limit", "4")).AssertSucceeded();
        (await CliProcess.RunAsync(_folder, "merge", "part1", "--out", "merged")).AssertFailed(1, "part1", "one of 2 shards");
        Assert.False(Directory.Exists(_folder["merged"]));
    }

    [Fact]
    public async Task Eval_RowsThatCannotBeUsed_AreListedAndTheRestIsRead()
    {
        var pose = SampleClip.Named("where-dog").Poses;
        await File.WriteAllTextAsync(_folder["empty.pose"], "", TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(_folder["data.csv"], ["id,file,gloss", $"a,{pose},dog", "b,nowhere.pose,dog", "c,empty.pose,dog", $"d,{pose},xyzzy"], TestContext.Current.CancellationToken);
        (await CliProcess.RunAsync(_folder, "eval", "data.csv", "--out", "run")).AssertSucceeded();
        using var report = Report(_folder, "run");
        var root = report.RootElement;
        Assert.Equal(3, root.GetProperty("samples").GetInt32());
        Assert.Equal("c", root.GetProperty("failed")[0].GetProperty("id").GetString());
        Assert.Equal("missing-file", root.GetProperty("outcome").GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(1, root.GetProperty("outcome").GetProperty("unknownGlosses").GetProperty("xyzzy").GetInt32());
    }

    [Fact]
    public async Task Eval_IntoTheFolderOfAnotherRun_IsRefused()
    {
        WriteIsolated(_folder);
        (await CliProcess.RunAsync(_folder, "eval", "isolated.csv", "--out", "run", "--limit", "2")).AssertSucceeded();
        var before = _folder.Read("run/report.json");
        (await CliProcess.RunAsync(_folder, "eval", "isolated.csv", "--out", "run", "--limit", "3", "--device", "cpu")).AssertFailed(5, "'run'", "another limit");
        Assert.Equal(before, _folder.Read("run/report.json"));
    }

    private static void WriteIsolated(WorkFolder folder)
    {
        string[] clips = [.. Directory.GetFiles(Repository.Samples, "*.pose").Order(StringComparer.Ordinal)];
        File.WriteAllLines(folder["isolated.csv"], ["id,file,gloss,signer", .. Enumerable.Range(0, Rows).Select(i =>
            $"s{i},{clips[i % clips.Length]},{Path.GetFileName(clips[i % clips.Length]).Split('-')[0]},signer{i % 7}")]);
    }

    private static JsonDocument Report(WorkFolder folder, string run) => JsonDocument.Parse(folder.Read($"{run}/report.json"));

    private static double Value(JsonDocument report, string metric) => report.RootElement.GetProperty("scores").EnumerateArray()
        .Single(s => s.GetProperty("metric").GetString() == metric).GetProperty("value").GetDouble();
}
