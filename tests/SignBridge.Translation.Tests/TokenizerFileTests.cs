using System.Text;
using System.Text.Json;

namespace SignBridge.Translation.Tests;

public sealed class TokenizerFileTests
{
    private const string ByteLevel = """{"type":"ByteLevel","add_prefix_space":false,"use_regex":true}""";
    private const string Digits = """{"type":"Digits","individual_digits":true}""";
    private const string Model = """{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":[["a","b"]]}""";

    [Theory]
    [InlineData("""[["a","b"]]""")]
    [InlineData("""["a b"]""")]
    public void Read_MergesInEitherForm_AreTheSame(string merges)
    {
        var file = Read(Json(Model.Replace("""[["a","b"]]""", merges, StringComparison.Ordinal), ByteLevel));

        Assert.Equal(["a b"], file.Merges);
        Assert.Equal([new("a", 0), new("b", 1), new("ab", 2)], file.Vocabulary);
        Assert.Equal(7, file.SpecialTokens["<end>"]);
        Assert.False(file.SplitsDigits);
    }

    [Fact]
    public void Read_DigitsBeforeByteLevel_SplitsDigits() =>
        Assert.True(Read(Json(Model, $$"""{"type":"Sequence","pretokenizers":[{{Digits}},{{ByteLevel}}]}""")).SplitsDigits);

    [Theory]
    [InlineData("""{"type":"Whitespace"}""")]
    [InlineData("""{"type":"ByteLevel","add_prefix_space":true,"use_regex":true}""")]
    [InlineData("""{"type":"Sequence","pretokenizers":[]}""")]
    [InlineData("null")]
    public void Read_OtherPreTokenizer_IsRefused(string preTokenizer) => Assert.Throws<JsonException>(() => Read(Json(Model, preTokenizer)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"model":{"type":"Unigram"}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":-1},"merges":[]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[["a"]]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""")]
    [InlineData("""{"normalizer":{"type":"NFC"}}""")]
    [InlineData("""{"added_tokens":[{"id":1}]}""")]
    public void Load_DamagedFile_IsRefusedInOneSentence(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);

            var failure = Assert.Throws<SignBridgeException>(() => TextTokenizer.Load(path));

            Assert.Equal(FailureKind.Model, failure.Kind);
            Assert.Contains(path, failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', failure.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_MergeOfATokenThatIsNotThere_IsRefused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Json(Model.Replace("""["a","b"]""", """["a","x"]""", StringComparison.Ordinal), ByteLevel));

            Assert.Throws<SignBridgeException>(() => TextTokenizer.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_MissingFile_IsRefused() => Assert.Throws<SignBridgeException>(() => TextTokenizer.Load("/nowhere/tokenizer.json"));

    private static string Json(string model, string preTokenizer) =>
        $$"""{"added_tokens":[{"id":7,"content":"<end>"}],"normalizer":null,"pre_tokenizer":{{preTokenizer}},"model":{{model}},"other":[{"a":1}]}""";

    private static TokenizerFile Read(string json) => TokenizerFile.Read(Encoding.UTF8.GetBytes(json));
}
