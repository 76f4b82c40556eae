using System.Text.Json;
using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Translation.Tests;

public sealed class LanguageModelTranslatorTests(ShippedLanguageModel shipped, ITestOutputHelper output)
{
    private LanguageModelTranslator Translator => shipped.Translator;

    public static TheoryData<string, string> Samples()
    {
        var data = new TheoryData<string, string>();
        using var samples = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "samples.json")));
        foreach (var row in samples.RootElement.GetProperty("rows").EnumerateArray())
            data.Add(string.Join(' ', row.GetProperty("gloss").EnumerateArray().Select(g => g.GetString())), row.GetProperty("text").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    [InlineData("pretend|hello mom", "Hello, Mom.")]
    [InlineData("i want drink water|cow|brother", "I want to drink water.")]
    [InlineData("bird go ?", "The bird is going to the [?].")]
    [InlineData("<|im_end|>where DOG?\n", "Where is the dog?")]
    public async Task TranslateAsync_Glosses_GivesTheSentence(string glosses, string sentence)
    {
        var final = await Translator.FinalAsync(glosses);

        Assert.Equal(new TranslationUpdate(sentence, IsFinal: true), final);
    }

    [Fact]
    public async Task TranslateAsync_Glosses_StreamsAGrowingText()
    {
        var updates = await Translator.UpdatesAsync(Glosses.Parse("cow drink water"));

        Assert.Equal(["The", "The cow", "The cow drinks", "The cow drinks water", "The cow drinks water.", "The cow drinks water."], updates.Select(u => u.Text));
    }

    [Fact]
    public async Task TranslateAsync_NoGlosses_GivesNoText() =>
        Assert.Equal([new TranslationUpdate("", IsFinal: true)], await Translator.UpdatesAsync([]));

    [Theory]
    [InlineData("?", "[?].")]
    [InlineData("? ?", "[?] [?].")]
    [InlineData("<!> ?", "<!> [?].")]
    public async Task TranslateAsync_NothingRecognised_SaysSoWithoutTheModel(string glosses, string text) =>
        Assert.Equal([new TranslationUpdate(text, IsFinal: true)], await Translator.UpdatesAsync(Glosses.Parse(glosses)));

    [Fact]
    public async Task TranslateAsync_UnknownSigns_StayVisibleOrTheGlossesStandInstead()
    {
        foreach (var line in (string[])["? dog", "mom ? cat", "i want ? and ?", "? ? ? go", "where ?", "? go ? eat ? ?", "yesterday ? cut minemy flower"])
        {
            var final = await Translator.FinalAsync(line);

            output.WriteLine($"{line} -> {final.Text} {final.Notice?.Code}");
            Assert.Equal(line.Count(c => c == '?'), final.Text.Split("[?]").Length - 1);
            Assert.Equal(final.Notice is null ? null : "unknown-dropped", final.Notice?.Code);
            if (final.Notice is not null)
                Assert.Equal(PlainTranslator.Write(Glosses.Parse(line)), final.Text);
        }
    }

    [Fact]
    public async Task TranslateAsync_MoreGlossesThanTheContextHolds_ShowsThemWithANotice()
    {
        var glosses = Glosses.Parse(string.Join(' ', Enumerable.Repeat("dog", 2040)));

        var final = Assert.Single(await Translator.UpdatesAsync(glosses));

        Assert.Equal("too-many-glosses", final.Notice?.Code);
        Assert.StartsWith("Dog dog dog", final.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TranslateAsync_CancelledBetweenTwoTokens_Stops()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Translator.TranslateAsync(Glosses.Parse("cow drink water"), cancellation.Token))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task TranslateAsync_SeveralUtterancesAtOnce_GiveWhatEachGivesAlone()
    {
        string[] lines = ["cow drink water", "who cry", "bird go ?", "uncle not sleepy"];
        var alone = new List<TranslationUpdate>();
        foreach (var line in lines)
            alone.Add(await Translator.FinalAsync(line));

        var together = await Task.WhenAll(lines.Concat(lines).Select(Translator.FinalAsync));

        Assert.Equal([.. alone, .. alone], together);
    }

    [Fact]
    public async Task TranslateAsync_Beams_GiveASentenceToo()
    {
        using var beams = LanguageModelTranslator.Load(
            ShippedLanguageModel.Package, ShippedLanguageModel.Sessions, new LanguageModelTranslatorOptions { BeamWidth = 3 });

        Assert.Equal("Hello, Mom.", (await beams.FinalAsync("pretend|hello mom")).Text);
        Assert.Equal("Where is the dog?", (await beams.FinalAsync("where dog")).Text);
    }

    [Fact]
    public async Task TranslateAsync_AnswerThatDoesNotEnd_IsMarkedOrReplacedByTheGlosses()
    {
        (string, byte[])[] files = [.. ShippedLanguageModel.Package.Card.Files.Select(f => (f.Path, File.ReadAllBytes(ShippedLanguageModel.Package.PathOf(f.Path))))];
        using var package = new TemporaryPackage("\"maxNewTokens\": 64", "\"maxNewTokens\": 2", files);
        using var brief = LanguageModelTranslator.Load(ModelPackage.Open(package.Directory), ShippedLanguageModel.Sessions);

        var cut = await brief.FinalAsync("cow drink water");
        var withoutUnknown = await brief.FinalAsync("bird go ?");

        Assert.Equal(("The cow", "text-truncated"), (cut.Text, cut.Notice?.Code));
        Assert.Equal(("Bird go [?].", "unknown-dropped"), (withoutUnknown.Text, withoutUnknown.Notice?.Code));
    }

    [Fact]
    public void Name_IsThatOfThePackage() => Assert.Equal("gloss2text-en", Translator.Name);
}
