using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>Signs are taught by one process and recognised by the next.</summary>
public sealed class TeachTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Teach_ThreeExamples_IsRecognisedFromThenOn()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(0), 3, seed: 1);
        var asked = _folder.WriteVariants("asked", SignFiles.New(0), 4, seed: 2);
        var others = SampleClip.All.Skip(1).Take(2).Select((s, i) => _folder.Write($"other-{i}.pose", SignFiles.First(s))).ToArray();
        var before = await TranslateAsync("isolated", [.. asked, .. others]);

        var teach = (await RunAsync(["teach", "kai", .. examples, "--device", "cpu"])).AssertSucceeded();
        var after = await TranslateAsync("isolated", [.. asked, .. others]);

        Assert.Equal($"kai: 3 examples in {_folder["data-home/signbridge/signs/kai.json"]}\n", teach.Output);
        Assert.Empty(teach.Errors);
        Assert.DoesNotContain("Kai.", before.OutputLines.Select(TextOf));
        Assert.All(after.OutputLines.Take(asked.Length), line => Assert.Equal("Kai.", TextOf(line)));
        Assert.Equal(before.OutputLines.Skip(asked.Length), after.OutputLines.Skip(asked.Length));
    }

    [Fact]
    public async Task Teach_SignAmongOthers_StandsInTheSentence()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(1), 3, seed: 3);
        var (first, last) = (SignFiles.First(SampleClip.Named("please-wait")), SignFiles.Part(SampleClip.Named("where-dog"), TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(3)));
        var clip = _folder.Write("clip.pose", SignFiles.Glue(first, SignFiles.New(1).Vary(new Random(4), strength: 0.7), last));

        (await RunAsync(["teach", "kai", .. examples, "--device", "cpu", "--signs", "mine"])).AssertSucceeded();
        var run = (await TranslateAsync("continuous", clip, "--signs", "mine", "--format", "json")).AssertSucceeded();

        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal(["please", "kai", "dog"], result.Glosses());
    }

    [Fact]
    public async Task Teach_VariantOfAKnownSign_NeedsForceAndIsRecognisedLive()
    {
        var sample = SampleClip.Named("where-dog");
        var examples = _folder.WriteVariants("dog", SignFiles.Part(sample, TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(3)), 4, seed: 5);

        (await RunAsync(["teach", "DOG", .. examples, "--device", "cpu"])).AssertFailed(5, "'dog' is in the vocabulary", "--force");
        (await RunAsync(["teach", "hund", .. examples, "--device", "cpu"])).AssertSucceeded();
        var clip = await TranslateAsync("continuous", sample.Video);
        var live = (await RunAsync(["live", sample.Video, "--text", "plain", "--device", "cpu"])).AssertSucceeded();

        Assert.Equal("Where hund.", Assert.Single(clip.OutputLines));
        if (!live.ErrorLines.Any(l => l.Contains("frames were dropped", StringComparison.Ordinal)))
            Assert.Equal("[00:00] Where hund.", Assert.Single(live.OutputLines));
    }

    [Fact]
    public async Task Teach_Video_StoresNeitherVideoNorLandmarks()
    {
        var sample = SampleClip.Named("please-wait");

        var teach = (await RunAsync(["teach", "bitte", sample.Video, "--device", "cpu"])).AssertSucceeded();
        var run = await TranslateAsync("isolated", sample.Poses);

        Assert.Contains("'bitte' has fewer than 3 examples", Assert.Single(teach.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("Bitte.", Assert.Single(run.OutputLines));
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.InRange(new FileInfo(file).Length, 448, 448 * 16);
    }

    [Fact]
    public async Task Teach_SameClips_WritesTheSameBytes()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(2), 3, seed: 6);

        foreach (var signs in (string[])["one", "other"])
            (await RunAsync(["teach", "kai", .. examples, "--device", "cpu", "--signs", signs])).AssertSucceeded();

        Assert.Equal(_folder.Read("one/kai.json"), _folder.Read("other/kai.json"));
    }

    [Fact]
    public async Task Teach_ByTwoProcessesAtOnce_OneWinsAndTheOtherSaysSo()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(3), 4, seed: 7);

        var runs = await Task.WhenAll(
            RunAsync(["teach", "kai", .. examples[..3], "--device", "cpu", "--signs", "mine"]),
            RunAsync(["teach", "kai", .. examples[1..], "--device", "cpu", "--signs", "mine"]));

        Assert.Equal([0, 5], runs.Select(r => r.ExitCode).Order());
        runs.Single(r => r.ExitCode == 5).AssertFailed(5, "'kai' was taught already");
        Assert.Equal("kai                    3 examples asl-signs\n", (await RunAsync(["signs", "list", "--signs", "mine"])).Output);
        Assert.Single(Directory.GetFiles(_folder["mine"]));
    }

    [Fact]
    public async Task Teach_OneClipThatIsNone_StoresNothing()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(4), 2, seed: 8);
        var still = SignFiles.First(SampleClip.All[0]);
        _folder.Write("no-hands.pose", still with { Frames = [.. still.Frames.Select(f => new PoseFrame(f.Time, f.Layout, [.. f.Part("body"), .. Enumerable.Repeat(Landmark.Absent, f.Layout.Count - f.Part("body").Length)]))] });

        (await RunAsync(["teach", "kai", .. examples, "missing.pose", "--device", "cpu"])).AssertFailed(1, "'missing.pose' does not exist");
        (await RunAsync(["teach", "kai", .. examples, "no-hands.pose", "--device", "cpu"])).AssertFailed(1, "No hands were seen in 'no-hands.pose'");

        Assert.False(Directory.Exists(_folder["data-home"]));
    }

    [Fact]
    public async Task Teach_ExampleUnlikeTheOthers_IsPointedOut()
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(5), 3, seed: 9);
        var other = _folder.Write("other.pose", SignFiles.First(SampleClip.Named("cow-drink-water")));

        var run = (await RunAsync(["teach", "kai", .. examples, other, "--device", "cpu"])).AssertSucceeded();

        Assert.StartsWith("signbridge: other.pose: This example ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static string TextOf(string line) => line.Split('\t')[^1];

    private Task<CliResult> RunAsync(string[] arguments) => CliProcess.RunAsync(_folder, arguments);

    private Task<CliResult> TranslateAsync(string mode, params string[] arguments) =>
        RunAsync(["translate", "--mode", mode, "--text", "plain", "--device", "cpu", .. arguments]);
}
