using System.Text.Json.Nodes;
using System.Text;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class ModelFailureTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public ModelFailureTests() => ModelFolder.Link(Models);

    private string Models => _folder["models"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Models_ThatAreWhole_Translate() =>
        Assert.Equal(SampleClip.Named("where-dog").Text + "\n", (await TranslateAsync("where-dog.pose")).AssertSucceeded().Output);

    [Fact]
    public async Task Model_WhoseFileIsMissing_IsRefused()
    {
        File.Delete(PathOf("asl-signs", "model.onnx"));
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, PathOf("asl-signs", "model.onnx"), "is missing");
    }

    [Fact]
    public async Task Model_WithOneWrongByte_IsRefused()
    {
        ModelFolder.Replace(PathOf("asl-signs", "model.onnx"), content =>
        {
            content[content.Length / 2] ^= 1;
            return content;
        });
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, PathOf("asl-signs", "model.onnx"), "is damaged or was swapped");
    }

    [Fact]
    public async Task Model_ThatIsCutOff_IsRefused()
    {
        ModelFolder.Replace(PathOf("gloss2text-en", "tokenizer.json"), content => content[..1000]);
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, PathOf("gloss2text-en", "tokenizer.json"), "is damaged: it has 1000 bytes");
    }

    [Fact]
    public async Task Model_SwappedForAnother_IsRefused()
    {
        var other = File.ReadAllBytes(PathOf("mediapipe-holistic", "pose_landmark_lite.onnx"));
        ModelFolder.Replace(PathOf("mediapipe-holistic", "hand_landmark_full.onnx"), _ => other);
        (await TranslateAsync("where-dog.mp4")).AssertFailed(3, PathOf("mediapipe-holistic", "hand_landmark_full.onnx"), "damaged");
    }

    [Fact]
    public async Task Model_SwappedTogetherWithItsCard_IsRefused()
    {
        // Whole by its card, but not the graph that the card of a recogniser describes.
        foreach (var file in (string[])["model.onnx", "labels.txt"])
            File.Delete(PathOf("asl-signs", file));
        File.Copy(PathOf("mediapipe-holistic", "hand_recrop.onnx"), PathOf("asl-signs", "model.onnx"));
        File.WriteAllText(PathOf("asl-signs", "labels.txt"), "cat\ndog\n");
        ChangeCard("asl-signs", card => card["files"] = new JsonArray(Listed("model.onnx"), Listed("labels.txt")));
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, PathOf("asl-signs", "model.onnx"), "does not fit its card");
    }

    [Fact]
    public async Task Model_OfATaskThatNoPackageHas_IsRefused()
    {
        Directory.Delete(Path.Combine(Models, "gloss2text-en"), recursive: true);
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, "There is no model for the task 'translation'", Models);
    }

    [Fact]
    public async Task Model_WithAnUnreadableCard_IsRefused()
    {
        ModelFolder.Replace(PathOf("asl-signs", "card.json"), _ => "{"u8.ToArray());
        (await TranslateAsync("where-dog.pose")).AssertFailed(3, PathOf("asl-signs", "card.json"));
    }

    [Fact]
    public async Task Model_MadeForAnotherExtractor_IsRefused()
    {
        ChangeCard("asl-signs", card => card["extractor"] = "openpose");
        (await TranslateAsync("where-dog.mp4")).AssertFailed(3, "asl-signs", "openpose", "mediapipe-holistic");
    }

    [Fact]
    public async Task Models_OfAMissingFolder_AreRefused()
    {
        var run = await CliProcess.RunAsync(_folder, "translate", SampleClip.Named("where-dog").Poses, "--models", "nowhere", "--device", "cpu");
        run.AssertFailed(3, "'nowhere' does not exist", "--models");
    }

    [Fact]
    public async Task Model_ThatIsNotThere_IsRefusedWithTheNamesThatAre()
    {
        var run = await CliProcess.RunAsync(_folder, "translate", SampleClip.Named("where-dog").Poses, "--model", "bsl-signs", "--device", "cpu");
        run.AssertFailed(3, "There is no model 'bsl-signs'", "asl-signs");
    }

    [Fact]
    public async Task Verify_DamagedPackage_NamesItsFileAndFails()
    {
        ModelFolder.Replace(PathOf("asl-signs", "labels.txt"), content => [.. content[..^1], (byte)'\r']);
        var run = await CliProcess.RunAsync(_folder, "models", "verify", "--models", Models);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(run.OutputLines, l => l.StartsWith("asl-signs: ", StringComparison.Ordinal) && l.Contains(PathOf("asl-signs", "labels.txt"), StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, l => l.StartsWith("gloss2text-en ", StringComparison.Ordinal) && l.Contains(": whole (", StringComparison.Ordinal));
    }

    private Task<CliResult> TranslateAsync(string sample) =>
        CliProcess.RunAsync(_folder, "translate", Path.Combine(Repository.Samples, sample), "--models", Models, "--device", "cpu");

    private string PathOf(string package, string file) => Path.Combine(Models, package, file);

    private JsonObject Listed(string file)
    {
        var content = File.ReadAllBytes(PathOf("asl-signs", file));
        return new JsonObject
        {
            ["path"] = file, ["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), ["bytes"] = content.Length,
        };
    }

    private void ChangeCard(string package, Action<JsonNode> change) => ModelFolder.Replace(PathOf(package, "card.json"), content =>
    {
        var card = JsonNode.Parse(content)!;
        change(card);
        return Encoding.UTF8.GetBytes(card.ToJsonString());
    });
}
