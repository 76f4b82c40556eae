using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

/// <summary>The shipped package with one thing changed: each change is refused in one sentence.</summary>
public sealed class RecognitionContractTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recognition-");

    public RecognitionContractTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Models, "asl-signs")))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_UnchangedCopy_Works() => Load().Dispose();

    [Theory]
    [InlineData("input", "coordinates", "\"normalized\"", "'normalized' is not served, 'pixels' is")]
    [InlineData("input", "values", "\"xyz\"", "'xyz' is not served, 'xy' is")]
    [InlineData("input", "absent", "\"zero\"", "'zero' is not served, 'nan' is")]
    [InlineData("input", "fps", "0", "input.fps")]
    [InlineData("input", "framesPerStep", "0", "input.framesPerStep")]
    [InlineData("input", "layout", "\"body33\"", "input.layout")]
    [InlineData("input", "layout", "\"all of it\"", "input.layout")]
    [InlineData("input", "layout", "\"\"", "input.layout")]
    [InlineData("output", "unknown", "\"first\"", "'first' is not served, 'last' is")]
    [InlineData("output", "blank", "392", "'392' is not served, '0' is")]
    [InlineData("output", "threshold", "40", "output.threshold")]
    [InlineData("output", "enrolledThreshold", "1.5", "output.enrolledThreshold must be a cosine")]
    [InlineData("output", "enrolledMargin", "-0.1", "output.enrolledMargin must be a difference of cosines")]
    [InlineData("input", "name", "\"x\"", "expected one input 'x', but the graph has landmarks")]
    [InlineData("input", "layout", "\"left21-right21\"", "expected an input of 42 landmarks (left21-right21)")]
    [InlineData("input", "framesPerStep", "4", "expected 'log_probs' as float32 [1, 2, 393]")]
    [InlineData("input", "framesPerStep", "1", "does not fit its card")]
    [InlineData("output", "ctc", "\"logits\"", "expected an output 'logits'")]
    [InlineData("output", "ctc", "\"isolated\"", "expected 'isolated' as float32 [1, 2, 393]")]
    [InlineData("output", "isolated", "\"embedding\"", "expected 'embedding' as float32 [1, 392]")]
    [InlineData("output", "embedding", "\"log_probs\"", "expected 'log_probs' as float32 [1, -1]")]
    [InlineData("output", "labels", "\"words.txt\"", "does not list it")]
    [InlineData("output", "labels", "null", "is not what the task expects")]
    public void Load_CardThatDoesNotFit_IsRefused(string section, string field, string value, string expected)
    {
        EditCard(card => card[section]![field] = JsonNode.Parse(value));

        AssertRefused(expected);
    }

    [Fact]
    public void Load_CardWithoutAnyOutput_IsRefused()
    {
        EditCard(card => ((JsonObject)card["output"]!).Remove("ctc"));
        EditCard(card => ((JsonObject)card["output"]!).Remove("isolated"));

        AssertRefused("output must name ctc, isolated or both");
    }

    [Fact]
    public void Load_LabelsFewerThanTheGraphHas_AreRefused()
    {
        WriteLabels(labels => labels[..390]);

        AssertRefused("expected 'log_probs' as float32 [1, 2, 392] (steps × (blank, labels, unknown)), but the graph gives Float [1, 2, 393]");
    }

    [Theory]
    [InlineData("TV")]
    [InlineData("?")]
    [InlineData(" ")]
    public void Load_LabelThatIsNone_IsRefused(string label)
    {
        WriteLabels(labels => [.. labels[..2], label, .. labels[3..]]);

        AssertRefused("Line 3 of");
    }

    [Fact]
    public void Load_SecondGraph_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "other.onnx"), "");
        EditCard(card => ((JsonArray)card["files"]!).Add(new JsonObject { ["path"] = "other.onnx", ["sha256"] = "", ["bytes"] = 0 }));

        AssertRefused("lists 2 .onnx files");
    }

    [Fact]
    public void Load_GraphThatIsNone_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "model.onnx"), "no graph");
        EditCard(card => card["files"]![1]!["bytes"] = 8);

        AssertRefused("cannot be loaded");
    }

    [Theory]
    [InlineData("ctc")]
    [InlineData("isolated")]
    public void Recognize_ModeThatTheCardDoesNotName_IsRefusedAndTheOtherWorks(string output)
    {
        EditCard(card => ((JsonObject)card["output"]!).Remove(output));
        EditCard(card => ((JsonObject)card["output"]!).Remove("embedding"));
        var clip = PoseFile.Read(Path.Combine(Repository.Samples, "where-dog.pose"), every: 2);
        using var recognizer = Load();
        Func<PoseSequence, Recognition> without = output == "ctc" ? recognizer.RecognizeContinuous : recognizer.RecognizeIsolated;
        Func<PoseSequence, Recognition> with = output == "ctc" ? recognizer.RecognizeIsolated : recognizer.RecognizeContinuous;

        var failure = Assert.Throws<SignBridgeException>(() => without(clip));

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains($"no '{output}' output", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(with(clip).Glosses);
        Assert.True(recognizer.Run(clip).Embedding.IsEmpty);
    }

    private SignRecognizer Load() => SignRecognizer.Load(ModelPackage.Open(_folder.FullName), LoadedRecognizer.Sessions, new RecognitionOptions());

    private void AssertRefused(string expected)
    {
        var failure = Assert.Throws<SignBridgeException>(Load);

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private void EditCard(Action<JsonNode> edit)
    {
        var path = Path.Combine(_folder.FullName, "card.json");
        var card = JsonNode.Parse(File.ReadAllText(path))!;
        edit(card);
        File.WriteAllText(path, card.ToJsonString());
    }

    private void WriteLabels(Func<string[], string[]> edit)
    {
        var path = Path.Combine(_folder.FullName, "labels.txt");
        File.WriteAllLines(path, edit(File.ReadAllLines(path)));
        EditCard(card =>
        {
            var file = card["files"]!.AsArray().Single(f => (string?)f!["path"] == "labels.txt")!;
            file["bytes"] = new FileInfo(path).Length;
            file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        });
    }
}
