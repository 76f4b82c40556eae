using System.Text.Json;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>A sample that plays in real time stands in for the camera. Where it loses frames, on a machine that is too slow for live video,
/// the program must say so instead.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Live_Video_WritesTheSentenceAndRecordsCaptionsAndPoses()
    {
        var run = await CliProcess.RunAsync(_folder, "live", SampleClip.Named("where-dog").Video, "--record", "kept", "--device", "cpu");

        Assert.Equal(0, run.ExitCode);
        var events = File.ReadAllLines(_folder["kept/captions.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.GetProperty("seq").GetInt64()));
        var poses = PoseFileReader.Read(_folder["kept/signing.pose"]);
        Assert.Equal((15, 960, 720), (poses.FramesPerSecond, poses.Width, poses.Height));
        Assert.InRange(poses.Frames.Count, 40, 46);
        Assert.StartsWith("WEBVTT", _folder.Read("kept/captions.vtt"), StringComparison.Ordinal);
        Assert.Equal(["captions.jsonl", "captions.vtt", "signing.pose"], Directory.GetFileSystemEntries(_folder["kept"]).Select(Path.GetFileName).Order());
        if (run.ErrorLines.Any(l => l.Contains("frames were dropped", StringComparison.Ordinal)))
            return;
        Assert.Equal("[00:00] Where is the dog?", Assert.Single(run.OutputLines));
        Assert.Equal("Where is the dog?", events.Last(e => e.GetProperty("type").GetString() == "text.final").GetProperty("text").GetString());
        Assert.Contains("Where is the dog?", _folder.Read("kept/captions.vtt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_CtrlC_EndsAndKeepsWhatWasRecorded()
    {
        using var process = await CliProcess.StartAsync(_folder, "live", SampleClip.Named("tomorrow-weus-go-farm").Video, "--record", "kept", "--device", "cpu");
        while (!File.Exists(_folder["kept/captions.jsonl"]) || new FileInfo(_folder["kept/captions.jsonl"]).Length == 0)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        process.Interrupt();

        var run = await process.EndAsync(await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, run.ExitCode);
        Assert.True(PoseFileReader.Read(_folder["kept/signing.pose"]).Frames.Count > 0);
        Assert.StartsWith("WEBVTT", _folder.Read("kept/captions.vtt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_CameraLostAndBack_EndsTheSentenceAndGoesOn()
    {
        var token = TestContext.Current.CancellationToken;
        using var camera = await NetworkCamera.CreateAsync(SampleClip.Named("where-dog"), rest: TimeSpan.Zero);
        using var process = await CliProcess.StartAsync(_folder, "live", camera.Address.ToString(), "--record", "kept", "--text", "plain", "--device", "cpu");

        await camera.ShowAsync(token); // breaks off in the middle of the utterance: it has not been lowered for long enough
        await camera.ShowAsync(token);
        while (NoticesOf("camera-lost").Count() < 3)
            await Task.Delay(100, token);
        process.Interrupt();
        var run = await process.EndAsync(await process.Output.ReadToEndAsync(token));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["begins", "ends", "begins"], NoticesOf("camera-lost").Select(n => n.GetProperty("state").GetString()));
        Assert.Contains(run.ErrorLines, l => l.Contains("stopped sending images", StringComparison.Ordinal) && l.EndsWith("Captions go on when it is back.", StringComparison.Ordinal));
        Assert.Contains("signbridge: the camera is back.", run.ErrorLines);
        var events = Events();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.GetProperty("seq").GetInt64()));
        Assert.Equal(events.Select(e => e.GetProperty("time").GetDouble()).Order(), events.Select(e => e.GetProperty("time").GetDouble()));
        if (run.ErrorLines.Any(l => l.Contains("frames were dropped", StringComparison.Ordinal)))
            return;
        Assert.Equal(["Where dog.", "Where dog."], run.OutputLines.Select(l => l["[00:00] ".Length..]));
        Assert.Equal([0, 1], events.Where(e => e.GetProperty("type").GetString() == "text.final").Select(e => e.GetProperty("utterance").GetInt32()));

        List<JsonElement> Events() => [.. File.ReadAllLines(_folder["kept/captions.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)];

        IEnumerable<JsonElement> NoticesOf(string code) => !File.Exists(_folder["kept/captions.jsonl"])
            ? []
            : Events().Where(e => e.GetProperty("type").GetString() == "notice" && e.GetProperty("code").GetString() == code);
    }

    [Theory]
    [InlineData("77", "There is no camera '77' (/dev/video77 does not exist)")]
    [InlineData("http://127.0.0.1:9/video", "The camera at 'http://127.0.0.1:9/video' cannot be read")]
    [InlineData("nope.mp4", "nope.mp4")]
    public async Task Live_SourceThatIsNotThere_SaysSoInOneSentence(string source, string expected)
    {
        var run = await CliProcess.RunAsync(_folder, "live", source, "--device", "cpu", "--text", "plain");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.OutputLines);
    }

    [Fact]
    public async Task Live_PreviewWithoutADisplay_SaysSoInOneSentence()
    {
        var run = await CliProcess.RunAsync(_folder, "live", SampleClip.Named("where-dog").Video, "--preview", "--device", "cpu", "--text", "plain");

        run.AssertFailed(5, "No window can be opened", "--preview");
    }

    [Fact]
    public async Task Live_RecordingFolderNotEmpty_TouchesNothing()
    {
        Directory.CreateDirectory(_folder["kept"]);
        File.WriteAllText(_folder["kept/precious"], "");

        var run = await CliProcess.RunAsync(_folder, "live", SampleClip.Named("where-dog").Video, "--record", "kept", "--device", "cpu", "--text", "plain");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("The folder 'kept' is not empty", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder["kept"]));
    }

    public void Dispose() => _folder.Dispose();
}
