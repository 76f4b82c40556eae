using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class SamplePoseTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Translate_EverySamplePoseFile_GivesItsGlossesAndSentenceALineEach()
    {
        using var folder = new WorkFolder();
        var run = await CliProcess.RunAsync(folder, ["translate", .. SampleClip.All.Select(s => s.Poses), "--format", "jsonl", "--device", "cpu"]);
        run.AssertSucceeded();
        Assert.Empty(run.Errors);
        var results = run.OutputLines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(SampleClip.All.Select(s => s.Poses), results.Select(r => r.Input()));
        Assert.All(results, ResultSchema.AssertValid);
        foreach (var (sample, result) in SampleClip.All.Zip(results).Where(p => p.First.Text != p.Second.Text()))
            log.WriteLine($"{sample.Name}: {result.Text()} (expected {sample.Text})");
        Assert.InRange(SampleClip.All.Zip(results).Count(p => !p.First.Glosses.SequenceEqual(p.Second.Glosses()) || p.First.Text != p.Second.Text()), 0, 1);
    }

    [Fact]
    public async Task Translate_SeveralInputsAsText_NamesEach()
    {
        using var folder = new WorkFolder();
        var (first, second) = (SampleClip.Named("where-dog").Poses, SampleClip.Named("who-cry").Poses);
        var run = await CliProcess.RunAsync(folder, "translate", first, "missing.pose", second, "--text", "plain", "--device", "cpu");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([$"{first}\tWhere dog.", $"{second}\tWho cry."], run.OutputLines);
        Assert.Equal("signbridge: The pose file 'missing.pose' does not exist; check the path.", Assert.Single(run.ErrorLines));
    }
}
