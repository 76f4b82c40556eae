using System.Text.Json;
using System.Text.Json.Nodes;
using SignBridge.Onnx;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class BenchTests : IDisposable
{
    private static readonly string Poses = SampleClip.Named("where-dog").Poses;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_HasTheDocumentedFields()
    {
        var report = JsonDocument.Parse((await BenchAsync("--streams", "2", "--format", "json")).AssertSucceeded().Output).RootElement;
        Assert.Equal(
            ["date", "machine", "device", "plan", "loadSeconds", "warmupSeconds", "rounds", "clipMilliseconds", "stages", "peakMemoryBytes", "languageModel", "captions", "graphs", "framesPerSecond", "realTimeFactor", "allocatedBytesPerFrame", "allocatedBytesPerStart"],
            report.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["processor", "cores", "system", "runtime", "onnxRuntime", "signBridge", "commit"],
            report.GetProperty("machine").EnumerateObject().Select(p => p.Name));
        Assert.Equal("cpu", report.GetProperty("device").GetProperty("actual").GetString());
        Assert.Equal("translate", report.GetProperty("plan").GetProperty("work").GetString());

        var frames = PoseFileReader.Read(Poses).Resample(15).Frames.Count; // the rate of the recogniser
        var round = Assert.Single(report.GetProperty("rounds").EnumerateArray());
        Assert.Equal(2 * frames, round.GetProperty("frames").GetInt32());
        Assert.InRange(round.GetProperty("startBytes").GetInt64(), 0, round.GetProperty("allocatedBytes").GetInt64());
        Assert.All((string[])["seconds", "mediaSeconds", "allocatedBytes", "realTimeFactor"], name => Assert.True(round.GetProperty(name).GetDouble() > 0, name));
        Assert.Equal(2, report.GetProperty("clipMilliseconds").GetProperty("count").GetInt32());
        Assert.Equal([("recognition", 2), ("translation", 2)], report.GetProperty("stages").EnumerateArray().Select(s =>
            (s.GetProperty("stage").GetString()!, s.GetProperty("items").GetInt32())));
        Assert.True(report.GetProperty("peakMemoryBytes").GetInt64() > 50_000_000);

        var graphs = report.GetProperty("graphs").EnumerateArray().ToList();
        Assert.Equal(["asl-signs/model.onnx", "gloss2text-en/model.onnx"], graphs.Select(g => g.GetProperty("graph").GetString()));
        Assert.All(graphs, g => Assert.True(g.GetProperty("nodesByProvider").GetProperty("CPUExecutionProvider").GetInt32() > 100));
        Assert.All(graphs, g => Assert.Empty(g.GetProperty("fallenBack").EnumerateArray()));

        var languageModel = report.GetProperty("languageModel");
        Assert.Equal(["timeToFirstTokenMilliseconds", "tokenMilliseconds", "tokensPerSecond"], languageModel.EnumerateObject().Select(p => p.Name));
        Assert.Equal(2, languageModel.GetProperty("timeToFirstTokenMilliseconds").GetProperty("count").GetInt32());
        Assert.Equal(2 * 5, languageModel.GetProperty("tokenMilliseconds").GetProperty("count").GetInt32()); // "Where is the dog?" and the end
        Assert.InRange(languageModel.GetProperty("tokensPerSecond").GetDouble(), 1, 100_000);
    }

    [Fact]
    public async Task StagesAndLanguageModel_AreMeasuredWithoutTheWarmUp()
    {
        var run = (await CliProcess.RunAsync(_folder, "bench", Poses, "--rounds", "1", "--warmup", "2", "--device", "cpu", "--format", "json")).AssertSucceeded();
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.All(report.GetProperty("stages").EnumerateArray(), s => Assert.Equal(1, s.GetProperty("items").GetInt32()));
        Assert.Equal(1, report.GetProperty("languageModel").GetProperty("timeToFirstTokenMilliseconds").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task PoseOnly_MeasuresEveryFrameOfTheVideo()
    {
        var run = await CliProcess.RunAsync(
            _folder, "bench", SampleClip.Named("where-dog").Video, "--pose-only", "--face", "--rounds", "1", "--warmup", "0", "--device", "cpu", "--format", "markdown");
        Assert.Matches(@"(?m)^\| work \| pose\+face of .*where-dog\.mp4 \|$", run.AssertSucceeded().Output);
        Assert.Matches(@"(?m)^\| frames \| [1-9]\d* \| ", run.Output);
        Assert.Matches(@"(?m)^\| pose \| [1-9]\d* \| ", run.Output);
        Assert.Matches(@"(?m)^\| mediapipe-holistic/face_landmark\.onnx \| [1-9]\d* nodes on CPUExecutionProvider \|$", run.Output);
        Assert.Matches(@"(?m)^\| allocated bytes/frame \| \d+, and [1-9]\d*\.\d MB to start a clip \|$", run.Output);
        Assert.DoesNotContain("token", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithAMuchFasterEarlierMeasurement_FailsAndNamesTheFigure()
    {
        await WriteEarlierAsync(seconds: 1e-6);
        var run = await BenchAsync("--compare", "earlier.json");
        Assert.Equal(6, run.ExitCode);
        Assert.Matches("(?m)^seconds a round .* regressed$", run.Errors);
        Assert.Matches("(?m)^frames/s ", run.Output);
        Assert.Matches("(?m)^first token p50/p95/p99 ms +[1-9]", run.Output);
        Assert.Matches("(?m)^tokens/s after it +[1-9]", run.Output);
    }

    [Fact]
    public async Task Compare_WithAMuchSlowerEarlierMeasurement_Succeeds()
    {
        await WriteEarlierAsync(seconds: 1e6);
        var run = (await BenchAsync("--compare", "earlier.json")).AssertSucceeded();
        Assert.Matches("(?m)^seconds a round .* holds$", run.Errors);
    }

    [Fact]
    public async Task Compare_WithOtherWork_IsRefused()
    {
        await WriteEarlierAsync(seconds: 1);
        (await BenchAsync("--compare", "earlier.json", "--streams", "3")).AssertFailed(1, "'earlier.json'", "in 1 streams", "in 3 streams");
    }

    [Fact]
    public async Task Compare_WithWhatIsNoMeasurement_IsRefused()
    {
        File.WriteAllText(_folder["earlier.json"], """{"rounds": 3}""");
        (await BenchAsync("--compare", "earlier.json")).AssertFailed(1, "'earlier.json'", "signbridge bench --format json");
        (await BenchAsync("--compare", "missing.json")).AssertFailed(1, "missing.json");

        await WriteEarlierAsync(seconds: 0);
        (await BenchAsync("--compare", "earlier.json")).AssertFailed(1, "'earlier.json'", "no whole rounds");
    }

    [Fact]
    public async Task Input_ThatCannotBeRead_IsOneSentence()
    {
        File.WriteAllText(_folder["broken.pose"], "no poses");
        var run = await CliProcess.RunAsync(_folder, "bench", "broken.pose", "--rounds", "1", "--warmup", "0", "--device", "cpu", "-o", "report.txt");
        run.AssertFailed(1, "broken.pose");
        Assert.False(File.Exists(_folder["report.txt"]));
    }

    [Fact]
    public async Task Live_Poses_ReportsHowSoonCaptionsCameAndWhatWasDropped()
    {
        var report = JsonDocument.Parse((await BenchAsync("--live", "--streams", "2", "--format", "json")).AssertSucceeded().Output).RootElement;

        Assert.Equal("live", report.GetProperty("plan").GetProperty("work").GetString());
        Assert.Equal(2, report.GetProperty("captions").GetProperty("finalMilliseconds").GetProperty("count").GetInt32());
        Assert.All(report.GetProperty("stages").EnumerateArray(), s => Assert.Equal(0, s.GetProperty("drops").GetInt64()));
        Assert.InRange(report.GetProperty("realTimeFactor").GetDouble(), 0.45, 1);
    }

    [Fact]
    public async Task Live_WithPoseOnly_IsAUsageError() => (await BenchAsync("--live", "--pose-only")).AssertFailed(2, "exclude each other");

    [Fact]
    public async Task PoseOnly_OfPoses_IsAUsageError() => (await BenchAsync("--pose-only")).AssertFailed(2, "holds poses already");

    [Fact]
    public async Task Face_OfATranslation_IsAUsageError() => (await BenchAsync("--face")).AssertFailed(2, "--face is for --pose-only");

    [Theory]
    [InlineData("cuda")]
    [InlineData("tensorrt")]
    public async Task Card_WhereItCannotBeHad_SaysWhy(string device)
    {
        var reason = SessionFactory.FailureOf(DeviceRequest.Parse(device));
        Assert.SkipWhen(reason is null, $"{device} runs on this machine");
        (await CliProcess.RunAsync(_folder, "bench", Poses, "--device", device)).AssertFailed(4, reason);
    }

    private Task<CliResult> BenchAsync(params string[] options) =>
        CliProcess.RunAsync(_folder, ["bench", Poses, "--rounds", "1", "--warmup", "0", "--device", "cpu", .. options]);

    /// <summary>A real measurement whose rounds took another time.</summary>
    private async Task WriteEarlierAsync(double seconds)
    {
        (await BenchAsync("--format", "json", "-o", "measured.json")).AssertSucceeded();
        var report = JsonNode.Parse(_folder.Read("measured.json"))!;
        report["rounds"]![0]!["seconds"] = seconds;
        File.WriteAllText(_folder["earlier.json"], report.ToJsonString());
    }
}
