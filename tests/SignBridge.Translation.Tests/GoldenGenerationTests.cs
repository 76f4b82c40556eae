namespace SignBridge.Translation.Tests;

public sealed class GoldenGenerationTests(ShippedLanguageModel shipped, ITestOutputHelper output) : IClassFixture<ShippedLanguageModel>
{
    [Fact]
    public void GreedySearch_GoldenPrompts_GivesTheIdsOfTheReferenceLibraryInAtLeast54Of60()
    {
        var equal = 0;
        foreach (var golden in GoldenGeneration.All)
        {
            using var search = new GreedySearch(shipped.Model, golden.PromptIds, ShippedLanguageModel.Card.EndId, 64);
            while (search.Advance())
                continue;
            if (search.Hypotheses[0].Tokens.SequenceEqual(golden.GreedyIds))
                equal++;
            else
                output.WriteLine($"{golden.Gloss}: {golden.Greedy} ({string.Join(' ', golden.GreedyIds)}), here {string.Join(' ', search.Hypotheses[0].Tokens)}");
        }

        output.WriteLine($"{equal} of {GoldenGeneration.All.Count} equal");
        Assert.Equal(60, GoldenGeneration.All.Count);
        Assert.True(equal >= 54, $"{equal} of 60 equal");
    }

    [Fact]
    public void Read_GoldenPrompts_GivesFirstLogProbabilitiesWithinThreeTenths()
    {
        var largest = 0.0;
        foreach (var golden in GoldenGeneration.All)
        {
            using var state = shipped.Model.Read(golden.PromptIds, room: 1);
            var normalizer = LogProbabilities.Normalizer(state.Logits(0));
            foreach (var token in golden.FirstTokenTop5)
                largest = Math.Max(largest, Math.Abs(state.Logits(0)[token.Id] - normalizer - token.LogProbability));
        }

        output.WriteLine($"largest difference {largest}");
        Assert.InRange(largest, 0, 0.3);
    }
}
