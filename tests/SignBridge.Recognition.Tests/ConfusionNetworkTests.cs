namespace SignBridge.Recognition.Tests;

public sealed class ConfusionNetworkTests
{
    private const int MaxGap = 4;

    [Fact]
    public void Build_RivalsAtOnePlace_SharesTheMassThere()
    {
        var slots = ConfusionNetwork.Build(
            [Hypothesis(0.6, (1, 2), (2, 8)), Hypothesis(0.3, (1, 2), (3, 8)), Hypothesis(0.1, (4, 2), (2, 9))], MaxGap);

        Assert.Equal(2, slots.Count);
        Assert.Equal(0.9, slots[0].Confidence, 1e-9);
        AssertRivals(slots[0], (4, 0.1));
        Assert.Equal(0.7, slots[1].Confidence, 1e-9);
        AssertRivals(slots[1], (3, 0.3));
        Assert.Equal(new CtcToken(2, 8, 8), slots[1].Token);
    }

    [Fact]
    public void Build_HypothesisThatReadsNothingThere_TakesFromTheConfidenceOnly()
    {
        var slots = ConfusionNetwork.Build([Hypothesis(0.6, (1, 2), (2, 8)), Hypothesis(0.4, (2, 8))], MaxGap);

        Assert.Equal([0.6, 1.0], slots.Select(s => Math.Round(s.Confidence, 9)));
        Assert.All(slots, s => Assert.Empty(s.Rivals));
    }

    [Fact]
    public void Build_HypothesisWithOneLabelMore_AgreesElsewhere()
    {
        var slots = ConfusionNetwork.Build([Hypothesis(0.5, (1, 2), (2, 20)), Hypothesis(0.5, (1, 2), (3, 11), (2, 20))], MaxGap);

        Assert.Equal([1.0, 1.0], slots.Select(s => Math.Round(s.Confidence, 9)));
    }

    [Fact]
    public void Build_OtherLabelAtAnotherTime_IsNoRival()
    {
        var slots = ConfusionNetwork.Build([Hypothesis(0.6, (1, 2)), Hypothesis(0.4, (2, 20))], MaxGap);

        Assert.Equal(0.6, slots[0].Confidence, 1e-9);
        Assert.Empty(slots[0].Rivals);
    }

    [Fact]
    public void Build_OneLabelForTwo_CompetesWithTheNearer()
    {
        var slots = ConfusionNetwork.Build([Hypothesis(0.6, (1, 2), (2, 10)), Hypothesis(0.4, (3, 9))], MaxGap);

        Assert.Empty(slots[0].Rivals);
        AssertRivals(slots[1], (3, 0.4));
    }

    [Fact]
    public void Build_Rivals_AreOrderedByMassThenLabel()
    {
        var slots = ConfusionNetwork.Build(
            [Hypothesis(0.4, (1, 2)), Hypothesis(0.3, (9, 2)), Hypothesis(0.15, (8, 2)), Hypothesis(0.15, (7, 3))], MaxGap);

        AssertRivals(slots[0], (9, 0.3), (7, 0.15), (8, 0.15));
    }

    [Fact]
    public void Build_VerySmallProbabilities_AreNormalised()
    {
        var slots = ConfusionNetwork.Build(
            [new CtcHypothesis([new CtcToken(1, 0, 0)], -5000), new CtcHypothesis([new CtcToken(2, 0, 0)], -5000 - Math.Log(3))], MaxGap);

        Assert.Equal(0.75, slots[0].Confidence, 1e-9);
    }

    [Fact]
    public void Build_NothingRead_HasNoSlots() => Assert.Empty(ConfusionNetwork.Build([Hypothesis(1)], MaxGap));

    private static CtcHypothesis Hypothesis(double probability, params (int Label, int Step)[] labels) =>
        new([.. labels.Select(l => new CtcToken(l.Label, l.Step, l.Step))], Math.Log(probability));

    private static void AssertRivals(ConfusionSlot slot, params (int Label, double Mass)[] expected)
    {
        Assert.Equal(expected.Select(r => r.Label), slot.Rivals.Select(r => r.Label));
        Assert.All(expected.Zip(slot.Rivals), pair => Assert.Equal(pair.First.Mass, pair.Second.Mass, 1e-9));
    }
}
