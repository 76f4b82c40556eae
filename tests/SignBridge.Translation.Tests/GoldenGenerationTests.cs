namespace SignBridge.Translation.Tests;

public sealed class GoldenGenerationTests(ShippedLanguageModel shipped, ITestOutputHelper output)
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

    // The reference ran on another processor. Measured here: 296 of the 300 listed log-probabilities lie within 0.3, and the four others (largest
    // difference 0.43) belong to tokens of less than one in a thousand, also when the same weights are computed in float32 throughout.
    [Fact]
    public void Read_GoldenPrompts_GivesFirstLogProbabilitiesWithinThreeTenths()
    {
        var differences = new List<(double Expected, double Difference)>();
        foreach (var golden in GoldenGeneration.All)
        {
            using var state = shipped.Model.Read(golden.PromptIds, room: 1);
            var normalizer = LogProbabilities.Normalizer(state.Logits(0));
            foreach (var (id, expected) in golden.FirstTokenTop5)
                differences.Add((expected, Math.Abs(state.Logits(0)[id] - normalizer - expected)));
        }

        var within = differences.Count(d => d.Difference <= 0.3);
        output.WriteLine($"{within} of {differences.Count} within 0.3, largest {differences.Max(d => d.Difference)}");
        Assert.Equal(300, differences.Count);
        Assert.All(differences.Where(d => d.Expected > Math.Log(1e-3)), d => Assert.InRange(d.Difference, 0, 0.3));
        Assert.True(within >= 294, $"{within} of 300 within 0.3");
    }
}
