using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using SignBridge.Evaluation.Tests.Runs;
using static SignBridge.Evaluation.Tests.Runs.SyntheticRuns;

namespace SignBridge.Evaluation.Tests.Reports;

public sealed class RunComparisonTests : IDisposable
{
    private const int Samples = 60;
    private static readonly SampleMetric[] Metrics = [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)];

    private readonly SyntheticRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Of_IdenticalRuns_HaveNoDifferenceAndPOfOne()
    {
        var comparison = Compare(Run("a", right: 40), Run("b", right: 40));
        Assert.Equal(["top1", "top5", "top10", "accuracy"], comparison.Metrics.Select(m => m.Metric));
        Assert.All(comparison.Metrics, m => Assert.Equal((Samples, 0.0, 1.0, 1.0), (m.Samples, m.Difference, m.BootstrapP, m.RandomizationP)));
        Assert.Empty(comparison.Better);
        Assert.Empty(comparison.Worse);
        Assert.Equal(0, comparison.OnlyInOne);
    }

    [Fact]
    public void Of_RunThatIsFarBetter_IsSignificantAndListsItsSamples()
    {
        var comparison = Compare(Run("a", right: 20), Run("b", right: 50));
        Assert.All(comparison.Metrics, m =>
        {
            Assert.Equal(50, m.Difference, 1e-9);
            Assert.InRange(m.BootstrapP, 0, 0.01);
            Assert.InRange(m.RandomizationP, 0, 0.01);
        });
        Assert.Equal(30, comparison.Better.Count);
        Assert.Empty(comparison.Worse);
        Assert.Equal(("s20", "sign", "other", "sign"), (comparison.Better[0].Id, comparison.Better[0].Reference, comparison.Better[0].Baseline, comparison.Better[0].System));
    }

    [Fact]
    public void Of_RunsTheOtherWayRound_IsTheOppositeWithTheSameP()
    {
        var (there, back) = (Compare(Run("a", right: 30), Run("b", right: 35)), Compare(RunFolder.Open(_runs["b"]), RunFolder.Open(_runs["a"])));
        Assert.Equal(there.Metrics.Select(m => (-m.Difference, m.BootstrapP, m.RandomizationP)), back.Metrics.Select(m => (m.Difference, m.BootstrapP, m.RandomizationP)));
        Assert.Equal(there.Better.Select(s => (s.Id, s.Gain)), back.Worse.Select(s => (s.Id, -s.Gain)));
    }

    [Fact]
    public void Of_SamplesInOneRunOnly_AreCountedAndLeftOut()
    {
        var shorter = _runs.Finished("short", [.. Results(10).Skip(5), Sign(900, "sign", "sign")]);
        var comparison = Compare(Run("a", right: 10), shorter);
        Assert.Equal(6, comparison.OnlyInOne);
        Assert.All(comparison.Metrics, m => Assert.Equal((Samples - 5, 0.0), (m.Samples, m.Difference)));
    }

    [Fact]
    public void Of_PerturbedSamples_AreLeftOut()
    {
        var perturbed = _runs.Finished(
            "perturbed", [.. Results(10), .. Results(0).Select(r => r with { Condition = "fps=5" })], s => s with { Perturbations = ["fps=5"] });
        Assert.All(Compare(Run("a", right: 10), perturbed).Metrics, m => Assert.Equal((Samples, 0.0), (m.Samples, m.Difference)));
    }

    [Fact]
    public void Of_OtherReferences_NamesTheSample()
    {
        var other = _runs.Finished("b", [.. Results(10).Select(r => r.Index == 7 ? r with { ReferenceGlosses = ["cow"] } : r)]);
        AssertRefused(Run("a", right: 10), other, "The sample 's7' shows something else");
    }

    [Fact]
    public void Of_ReferencesInAnotherCase_AreTheSame()
    {
        var other = _runs.Finished("b", [.. Results(10).Select(r => r with { ReferenceGlosses = ["SIGN"] })]);
        Assert.Equal(Samples, Compare(Run("a", right: 10), other).Metrics[0].Samples);
    }

    [Fact]
    public void Of_NoSamplesInCommon_IsRefused() =>
        AssertRefused(Run("a", right: 10), _runs.Finished("b", [Sign(1, "sign", "sign") with { Id = "elsewhere" }]), "have no samples in common");

    private static RunComparison Compare(RunFolder baseline, RunFolder system) => RunComparison.Of(baseline, system, Metrics, seed: 7);

    private static void AssertRefused(RunFolder baseline, RunFolder system, string expected)
    {
        var failure = Assert.Throws<SignBridgeException>(() => Compare(baseline, system));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<SampleResult> Results(int right) => Enumerable.Range(0, Samples).Select(i => Sign(i, "sign", i < right ? "sign" : "other"));

    private RunFolder Run(string name, int right) => _runs.Finished(name, [.. Results(right)]);
}
