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

    [Fact]
    public void Read_GraphThatScoresEveryToken_GivesTheScoresOfTheLast()
    {
        using var package = new TemporaryPackage(
            "\"endId\": 2", "\"endId\": 2", ("model.onnx", EveryTokenScored()), ("model.onnx.data", File.ReadAllBytes(ShippedLanguageModel.Package.PathOf("model.onnx.data"))));
        using var model = CausalLanguageModel.Load(Path.Combine(package.Directory, "model.onnx"), Architecture, ShippedLanguageModel.Sessions, new SessionTuning());
        using var shipped = CausalLanguageModel.Load(ShippedLanguageModel.Package.PathOf("model.onnx"), Architecture, ShippedLanguageModel.Sessions, new SessionTuning());
        int[] prompt = [.. Enumerable.Range(100, 70)];

        using var state = model.Read(prompt, room: 2);
        using var expected = shipped.Read(prompt, room: 2);

        Assert.True(model.ScoresEveryToken);
        AssertClose(expected, state);
        state.Append([200]);
        expected.Append([200]);
        AssertClose(expected, state);
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

    private static void AssertClose(DecodingState expected, DecodingState actual)
    {
        Assert.Equal(expected.Logits(0).Length, actual.Logits(0).Length);
        for (var i = 0; i < expected.Logits(0).Length; i++)
            Assert.Equal(expected.Logits(0)[i], actual.Logits(0)[i], tolerance: 1e-3);
    }

    /// <summary>The shipped graph without what last_logits.py put into it.</summary>
    private static byte[] EveryTokenScored()
    {
        var model = global::Onnx.ModelProto.Parser.ParseFrom(File.ReadAllBytes(ShippedLanguageModel.Package.PathOf("model.onnx")));
        foreach (var cut in model.Graph.Node.Where(n => n.OpType == "Gather" && n.Input[1] == "last_position").ToList())
        {
            foreach (var reader in model.Graph.Node.Where(n => n.Input.Contains(cut.Output[0])))
                reader.Input[reader.Input.IndexOf(cut.Output[0])] = cut.Input[0];
            model.Graph.Node.Remove(cut);
        }

        model.Graph.Output.Single(o => o.Name == "logits").Type.TensorType.Shape.Dim[1].DimParam = "tokens";
        return Google.Protobuf.MessageExtensions.ToByteArray(model);
    }
}
