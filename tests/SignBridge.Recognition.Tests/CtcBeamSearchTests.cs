namespace SignBridge.Recognition.Tests;

public sealed class CtcBeamSearchTests
{
    private const float Never = float.NegativeInfinity;

    [Fact]
    public void Best_BeforeAnyStep_IsTheEmptySequence()
    {
        var hypothesis = Assert.Single(new CtcBeamSearch(3, 0, 4).Best(10));

        Assert.Empty(hypothesis.Tokens);
        Assert.Equal(0, hypothesis.LogProbability);
    }

    [Fact]
    public void Best_PathsThatAddUp_BeatsTheBestPath()
    {
        // Two steps of blank 0.6, a 0.4: the best path is "", 0.36; but "a" is a·a + a·blank + blank·a = 0.16 + 0.24 + 0.24 = 0.64.
        var search = Search(2, [[0.6, 0.4], [0.6, 0.4]]);

        Assert.Equal([("1", 0.64), ("", 0.36)], Readings(search));
    }

    [Fact]
    public void Best_SameLabelWithoutBlankBetween_IsOneLabel()
    {
        var hypothesis = Search(2, [[0.1, 0.9], [0.1, 0.9], [0.1, 0.9]]).Best(1)[0];

        Assert.Equal([new CtcToken(1, 0, 2)], hypothesis.Tokens);
    }

    [Fact]
    public void Best_SameLabelAroundABlank_IsTwoLabels()
    {
        var hypothesis = Search(2, [[0.1, 0.9], [0.9, 0.1], [0.1, 0.9]]).Best(1)[0];

        Assert.Equal([new CtcToken(1, 0, 0), new CtcToken(1, 2, 2)], hypothesis.Tokens);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Best_WideBeam_EqualsTheSumOverAllPaths(int blank)
    {
        var random = new Random(11);
        for (var round = 0; round < 40; round++)
        {
            var steps = RandomSteps(random, classes: 3, count: 1 + (round % 6));
            var expected = CtcBruteForce.Enumerate(steps, blank);

            var actual = Search(blank, steps, width: 400).Best(400);

            Assert.Equal(expected.Count, actual.Count);
            Assert.Equal(actual.OrderByDescending(h => h.LogProbability), actual);
            foreach (var hypothesis in actual)
            {
                var (probability, path) = expected[Text(hypothesis)];
                Assert.Equal(probability, Math.Exp(hypothesis.LogProbability), 1e-6);
                Assert.Equal(CtcBruteForce.Tokens(path, blank), hypothesis.Tokens);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Best_NarrowBeam_GivesDistinctSequencesThatClaimNoMoreThanTheyHave(int width)
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var steps = RandomSteps(random, classes: 4, count: 6);
            var exact = CtcBruteForce.Enumerate(steps, 0);

            var actual = Search(0, steps, width).Best(width);

            Assert.Equal(width, actual.Select(Text).Distinct().Count());
            Assert.All(actual, h => Assert.True(Math.Exp(h.LogProbability) <= exact[Text(h)].Probability + 1e-6));
        }
    }

    [Fact]
    public void Best_AfterEachStep_EqualsASearchOfThoseSteps()
    {
        var steps = RandomSteps(new Random(3), classes: 4, count: 8);
        var live = new CtcBeamSearch(4, 0, 5);
        for (var count = 1; count <= steps.Length; count++)
        {
            live.Advance(steps[count - 1]);

            Assert.Equal(count, live.Steps);
            Assert.Equal(Describe(Search(0, steps[..count], width: 5)), Describe(live));
        }
    }

    [Fact]
    public void Reset_UsedSearch_IsAsNew()
    {
        var steps = RandomSteps(new Random(4), classes: 4, count: 5);
        var search = Search(0, RandomSteps(new Random(9), classes: 4, count: 7), width: 5);
        search.Reset();
        Assert.Equal(0, search.Steps);
        foreach (var step in steps)
            search.Advance(step);

        Assert.Equal(Describe(Search(0, steps, width: 5)), Describe(search));
    }

    [Fact]
    public void Best_ImpossibleClasses_AreNeverRead()
    {
        var search = new CtcBeamSearch(3, 0, 8);
        search.Advance([MathF.Log(0.5f), MathF.Log(0.5f), Never]);
        search.Advance([0, Never, Never]);

        Assert.Equal(["", "1"], search.Best(8).Select(Text).Order());
    }

    [Fact]
    public void Best_Count_LimitsTheHypotheses()
    {
        var search = Search(0, RandomSteps(new Random(1), classes: 4, count: 4), width: 6);

        Assert.Equal(2, search.Best(2).Count);
        Assert.Empty(search.Best(0));
        Assert.Equal(6, search.Best(100).Count);
    }

    [Fact]
    public void Advance_WrongCountOrNothingPossible_Throws()
    {
        var search = new CtcBeamSearch(3, 0, 2);

        Assert.Throws<ArgumentException>(() => search.Advance(new float[2]));
        Assert.Throws<ArgumentException>(() => search.Advance([Never, Never, Never]));
        Assert.Throws<ArgumentException>(() => search.Advance([float.NaN, float.NaN, float.NaN]));
        Assert.Equal(0, search.Steps);
    }

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(3, -1, 1)]
    [InlineData(3, 3, 1)]
    public void Constructor_ImpossibleSetting_Throws(int classes, int blank, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CtcBeamSearch(classes, blank, width));

    private static CtcBeamSearch Search(int width, double[][] probabilities) =>
        Search(0, [.. probabilities.Select(step => step.Select(p => (float)Math.Log(p)).ToArray())], width);

    private static CtcBeamSearch Search(int blank, float[][] logProbs, int width)
    {
        var search = new CtcBeamSearch(logProbs[0].Length, blank, width);
        foreach (var step in logProbs)
            search.Advance(step);
        return search;
    }

    private static float[][] RandomSteps(Random random, int classes, int count)
    {
        var steps = new float[count][];
        for (var step = 0; step < count; step++)
        {
            var weights = Enumerable.Range(0, classes).Select(_ => Math.Pow(random.NextDouble(), 3) + 0.01).ToArray();
            steps[step] = [.. weights.Select(w => (float)Math.Log(w / weights.Sum()))];
        }

        return steps;
    }

    private static IEnumerable<(string Labels, double Probability)> Readings(CtcBeamSearch search) =>
        search.Best(100).Select(h => (Text(h), Math.Round(Math.Exp(h.LogProbability), 6)));

    private static IEnumerable<string> Describe(CtcBeamSearch search) =>
        search.Best(100).Select(h => FormattableString.Invariant($"{string.Join(' ', h.Tokens)} {h.LogProbability:R}"));

    private static string Text(CtcHypothesis hypothesis) => string.Join(' ', hypothesis.Tokens.Select(t => t.Label));
}
