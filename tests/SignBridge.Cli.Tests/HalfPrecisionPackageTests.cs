using System.Text.Json.Nodes;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary><c>signbridge models fp16</c>.</summary>
public sealed class HalfPrecisionPackageTests : IDisposable
{
    private const double Near = 0.02; // of the width of the shoulders: a hand at the edge of the picture moves most

    private readonly WorkFolder _folder = new();

    public HalfPrecisionPackageTests() => ModelFolder.Link(_folder["models"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fp16_OfThePosePackage_SeesTheSameWithinRounding()
    {
        Assert.Equal(Path.Combine("models", "mediapipe-holistic-fp16") + "\n", (await RunAsync("models", "fp16", "mediapipe-holistic")).AssertSucceeded().Output);
        Assert.Contains("mediapipe-holistic-fp16 0.5.1675471629: whole (8 files)\n", (await RunAsync("models", "verify")).AssertSucceeded().Output, StringComparison.Ordinal);

        var single = await PosesAsync("mediapipe-holistic");
        var half = await PosesAsync("mediapipe-holistic-fp16");

        Assert.Equal("mediapipe-holistic", half.Extractor);
        Assert.All(half.Layout.Parts, part => Assert.InRange(PoseDistance.Median(half, single, part.Name), double.Epsilon, Near));
    }

    [Fact]
    public async Task Fp16_Card_NamesTheOtherAndClaimsNoneOfItsMeasurements()
    {
        (await RunAsync("models", "fp16", "mediapipe-holistic")).AssertSucceeded();

        var card = JsonNode.Parse(_folder.Read("models/mediapipe-holistic-fp16/card.json"))!;
        Assert.Equal("mediapipe-holistic-fp16", card["name"]!.GetValue<string>());
        Assert.Contains("float16", card["source"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(card["measured"]);
        Assert.True(File.Exists(_folder["models/mediapipe-holistic-fp16/LICENSE"]));
    }

    [Fact]
    public async Task Fp16_Twice_IsRefusedUnlessForced()
    {
        (await RunAsync("models", "fp16", "mediapipe-holistic")).AssertSucceeded();

        (await RunAsync("models", "fp16", "mediapipe-holistic")).AssertFailed(5, "mediapipe-holistic-fp16' exists already", "--force");
        (await RunAsync("models", "fp16", "mediapipe-holistic", "--force")).AssertSucceeded();
    }

    [Fact]
    public async Task Fp16_OfAnotherTask_IsRefused() => (await RunAsync("models", "fp16", "asl-signs")).AssertFailed(3, "'asl-signs'", "expected one for pose");

    [Fact]
    public async Task Fp16_OfADamagedPackage_IsRefused()
    {
        ModelFolder.Replace(_folder["models/mediapipe-holistic/hand_recrop.onnx"], content => [.. content[..^1], (byte)(content[^1] ^ 1)]);

        (await RunAsync("models", "fp16", "mediapipe-holistic")).AssertFailed(3, "hand_recrop.onnx", "is damaged");
        Assert.False(Directory.Exists(_folder["models/mediapipe-holistic-fp16"]));
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder, [.. arguments, "--models", "models"]);

    private async Task<PoseSequence> PosesAsync(string model)
    {
        (await RunAsync("pose", SampleClip.Named("where-dog").Video, "--face", "-o", model, "--model", model, "--device", "cpu")).AssertSucceeded();
        return PoseFileReader.Read(_folder[$"{model}/where-dog.pose"]);
    }
}
