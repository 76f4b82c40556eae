using System.Text;
using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Translation.Tests;

public sealed class CausalLanguageModelTests
{
    private static LanguageModelArchitecture Architecture => ShippedLanguageModel.Card.Architecture;

    [Theory]
    [InlineData("layers", "past_key_values.29.key")]
    [InlineData("more layers", "past_key_values.30.key")]
    [InlineData("heads", "4 heads")]
    [InlineData("head size", "its first run failed")]
    [InlineData("vocabulary", "vocabulary of 50000")]
    public void Load_NumbersThatTheGraphDoesNotHave_IsRefusedInOneSentence(string what, string said)
    {
        var architecture = what switch
        {
            "layers" => Architecture with { Layers = 29 },
            "more layers" => Architecture with { Layers = 31 },
            "heads" => Architecture with { KvHeads = 4 },
            "head size" => Architecture with { HeadSize = 32 },
            _ => Architecture with { Vocabulary = 50000 },
        };

        AssertRefused(() => CausalLanguageModel.Load(
            ShippedLanguageModel.Package.PathOf("model.onnx"), architecture, ShippedLanguageModel.Sessions, new SessionTuning()), said);
    }

    // Two times the first position instead of once the last: a graph of another number of logits, made by the indices of its Gather nodes.
    [Fact]
    public void Load_GraphThatScoresMorePositions_IsRefusedInOneSentence()
    {
        byte[] last = [0x08, 1, 0x10, 7, 0x3A, 10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]; // TensorProto: dims, int64, data
        byte[] two = [0x08, 2, 0x10, 7, 0x3A, 10, 0x00, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00];
        var graph = File.ReadAllBytes(ShippedLanguageModel.Package.PathOf("model.onnx"));
        two.CopyTo(graph, graph.AsSpan().IndexOf(last));
        using var package = new TemporaryPackage(
            "\"endId\": 2", "\"endId\": 2", ("model.onnx", graph), ("model.onnx.data", File.ReadAllBytes(ShippedLanguageModel.Package.PathOf("model.onnx.data"))));

        AssertRefused(
            () => CausalLanguageModel.Load(Path.Combine(package.Directory, "model.onnx"), Architecture, ShippedLanguageModel.Sessions, new SessionTuning()),
            "last_logits.py");
    }

    [Fact]
    public void Load_GraphOfAnotherTask_IsRefusedInOneSentence() => AssertRefused(
        () => CausalLanguageModel.Load(
            Path.Combine(Repository.Models, "asl-signs", "model.onnx"), Architecture, ShippedLanguageModel.Sessions, new SessionTuning()),
        "it has no input input_ids");

    [Fact]
    public void Translator_TokenizerOfAnotherModel_IsRefusedInOneSentence()
    {
        var tokenizer = File.ReadAllBytes(Path.Combine(Repository.Models, "gloss2text-en", "tokenizer.json"));
        using var package = new TemporaryPackage("\"endId\": 2", "\"endId\": 3", ("tokenizer.json", tokenizer), ("model.onnx", "x"u8.ToArray()));

        AssertRefused(
            () => LanguageModelTranslator.Load(ModelPackage.Open(package.Directory), ShippedLanguageModel.Sessions), "does not belong to its card");
    }

    [Fact]
    public void Translator_DamagedGraph_IsRefusedInOneSentence()
    {
        var tokenizer = File.ReadAllBytes(Path.Combine(Repository.Models, "gloss2text-en", "tokenizer.json"));
        using var package = new TemporaryPackage("\"endId\": 2", "\"endId\": 2", ("tokenizer.json", tokenizer), ("model.onnx", Encoding.UTF8.GetBytes("x")));

        AssertRefused(() => LanguageModelTranslator.Load(ModelPackage.Open(package.Directory), ShippedLanguageModel.Sessions), "model.onnx");
    }

    private static void AssertRefused(Func<IDisposable> load, string said)
    {
        var failure = Assert.Throws<SignBridgeException>(() => load().Dispose());
        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
