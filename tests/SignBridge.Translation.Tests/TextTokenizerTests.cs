using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Translation.Tests;

public sealed class TextTokenizerTests
{
    private static readonly Lazy<TextTokenizer> Shipped = new(() =>
        TextTokenizer.Load(Path.Combine(Repository.Models, "gloss2text-en", "tokenizer.json")));

    [Fact]
    public void Encode_GoldenTexts_GivesTheIdsOfTheReferenceLibrary()
    {
        var cases = GoldenCases();

        var different = cases.Where(c => !Shipped.Value.Encode(c.Text).SequenceEqual(c.Ids)).Select(c => c.Text);

        Assert.Equal(147, cases.Count);
        Assert.Empty(different);
    }

    [Fact]
    public void Decode_GoldenIds_GivesTheTextBack()
    {
        var plain = GoldenCases().Where(c => !Shipped.Value.SpecialTokens.Keys.Any(c.Text.Contains)).ToList();

        Assert.NotEmpty(plain);
        Assert.All(plain, c => Assert.Equal(c.Text, Shipped.Value.Decode(c.Ids)));
    }

    [Fact]
    public void Decode_SpecialTokens_AreNoText() => Assert.Equal("hi", Shipped.Value.Decode(Shipped.Value.Encode("<|im_start|>hi<|im_end|>")));

    [Theory]
    [InlineData("👋🏽 🤟 emoji 👩\u200d👩\u200d👧")]
    [InlineData("手语 翻译 नमस्ते")]
    public void Decode_GrowingIds_OnlyEverAppendsAndNeverShowsHalfACharacter(string text)
    {
        var ids = Shipped.Value.Encode(text);

        var growing = Enumerable.Range(0, ids.Count + 1).Select(n => Shipped.Value.Decode(ids.Take(n))).ToList();

        Assert.All(growing, part => Assert.StartsWith(part, text, StringComparison.Ordinal));
        Assert.Equal(text, growing[^1]);
    }

    [Fact]
    public void Decode_IdOutsideOfTheVocabulary_IsNoText() => Assert.Equal("", Shipped.Value.Decode([-1, int.MaxValue]));

    private static List<GoldenCase> GoldenCases() =>
        JsonSerializer.Deserialize<List<GoldenCase>>(File.ReadAllText(Repository.Golden("text", "tokenizer.json")), JsonSerializerOptions.Web)!;

    private sealed record GoldenCase(string Text, int[] Ids);
}
