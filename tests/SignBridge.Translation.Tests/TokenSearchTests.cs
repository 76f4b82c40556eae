namespace SignBridge.Translation.Tests;

public sealed class TokenSearchTests(ShippedLanguageModel shipped)
{
    private static int End => ShippedLanguageModel.Card.EndId;

    [Fact]
    public void BeamSearch_OneBeam_GivesTheGreedyAnswer()
    {
        foreach (var golden in GoldenGeneration.All.Take(6))
        {
            var greedy = Run(new GreedySearch(shipped.Model, golden.PromptIds, End, 64))[0];
            var beam = Run(new BeamSearch(shipped.Model, golden.PromptIds, End, 64, width: 1))[0];

            Assert.Equal(greedy.Tokens, beam.Tokens);
            Assert.Equal(greedy.LogProbability, beam.LogProbability, 1e-3);
        }
    }

    [Fact]
    public void BeamSearch_FourBeams_RanksDistinctAnswersAndScoresNoWorseThanGreedy()
    {
        foreach (var golden in GoldenGeneration.All.Take(6))
        {
            var greedy = Run(new GreedySearch(shipped.Model, golden.PromptIds, End, 64))[0];
            var beams = Run(new BeamSearch(shipped.Model, golden.PromptIds, End, 64, width: 4));

            Assert.Equal(4, beams.Count);
            Assert.Equal(beams.Count, beams.Select(b => string.Join(' ', b.Tokens)).Distinct().Count());
            Assert.Equal(beams.OrderByDescending(b => b.Score), beams);
            Assert.True(beams[0].Score >= greedy.Score - 1e-3, $"{golden.Gloss}: {beams[0].Score} < {greedy.Score}");
        }
    }

    [Fact]
    public void BeamSearch_Answers_HaveTheProbabilityThatTheModelGivesThem()
    {
        // Rows are moved between beginnings at every step: a wrong move would leave a score that the text does not have.
        var prompt = GoldenGeneration.All[3].PromptIds;
        foreach (var answer in Run(new BeamSearch(shipped.Model, prompt, End, 64, width: 4)))
        {
            var logProbability = 0.0;
            using var state = shipped.Model.Read(prompt, answer.Tokens.Count);
            foreach (var token in answer.Tokens.Append(End))
            {
                logProbability += state.Logits(0)[token] - LogProbabilities.Normalizer(state.Logits(0));
                if (token != End)
                    state.Append([token]);
            }

            Assert.Equal(logProbability, answer.LogProbability, 0.05);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Search_AnswerLongerThanTheLimit_EndsIncomplete(int width)
    {
        var prompt = GoldenGeneration.All[0].PromptIds;
        ITokenSearch search = width == 1 ? new GreedySearch(shipped.Model, prompt, End, 2) : new BeamSearch(shipped.Model, prompt, End, 2, width);

        var answer = Run(search)[0];

        Assert.False(answer.IsComplete);
        Assert.Equal(2, answer.Tokens.Count);
    }

    [Fact]
    public void Read_CachedPrefix_ChangesNothing()
    {
        using var model = ShippedLanguageModel.LoadModel();
        var prompt = GoldenGeneration.All[1].PromptIds;
        var other = GoldenGeneration.All[1].PromptIds[1..];
        var (before, otherBefore) = (Logits(prompt), Logits(other));
        model.CachePrefix(prompt[..4]);
        var (after, otherAfter) = (Logits(prompt), Logits(other));

        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
        Assert.Equal(otherBefore, otherAfter);

        float[] Logits(int[] tokens)
        {
            using var state = model.Read(tokens, room: 1);
            return state.Logits(0).ToArray();
        }
    }

    [Fact]
    public void Read_PromptInPieces_GivesTheLogitsOfStepByStep()
    {
        // 150 tokens are read in three pieces.
        int[] prompt = [.. GoldenGeneration.All.SelectMany(g => g.PromptIds).Take(150)];
        using var pieces = shipped.Model.Read(prompt, room: 1);
        using var steps = shipped.Model.Read(prompt.AsSpan(0, 1), room: prompt.Length);
        foreach (var token in prompt.Skip(1))
            steps.Append([token]);

        Assert.Equal(150, pieces.Length);
        Assert.All(
            LogProbabilities.Best(pieces.Logits(0), 3),
            best => Assert.Equal(best.LogProbability, steps.Logits(0)[best.Token] - LogProbabilities.Normalizer(steps.Logits(0)), 0.3));
    }

    private static IReadOnlyList<Hypothesis> Run(ITokenSearch search)
    {
        using (search)
        {
            while (search.Advance())
                Assert.NotEmpty(search.Hypotheses);
            return search.Hypotheses;
        }
    }
}
