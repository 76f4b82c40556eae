using SignBridge.Evaluation.Perturbations;

namespace SignBridge.Evaluation.Tests.Perturbations;

public sealed class PerturbationPlanTests
{
    [Fact]
    public void Parse_NamesAndLevels_GivesConditionsInOrder()
    {
        var conditions = PerturbationPlan.Parse(" fps=5, 10 ;drop=0.1,0.3;mirror;blur=2;fps=5;");

        Assert.Equal(["fps=5", "fps=10", "drop=0.1", "drop=0.3", "mirror", "blur=2"], conditions.Select(c => c.ToString()));
        Assert.Equal(["5 frames/s", "10 frames/s", "0.1 of the frames", "0.3 of the frames", "", "2 px"], conditions.Select(c => c.Level));
        Assert.Equal([false, false, false, false, false, true], conditions.Select(c => c.NeedsFrames));
        Assert.Equal([5.0, 10, 0.1, 0.3, null, 2], conditions.Select(c => c.Value));
    }

    [Fact]
    public void Parse_NameOnly_TakesTheUsualLevels()
    {
        foreach (var kind in PerturbationKinds.All)
        {
            var conditions = PerturbationPlan.Parse(kind.Name);

            Assert.Equal(Math.Max(1, kind.Defaults.Count), conditions.Count);
            Assert.Equal(conditions.Select(c => c.ToString()), PerturbationPlan.Parse(string.Join(';', conditions)).Select(c => c.ToString()));
        }
    }

    [Fact]
    public void Kinds_All_ChangeEitherPosesOrFrames()
    {
        Assert.All(PerturbationKinds.All, k => Assert.NotEqual(k.Poses is null, k.Frames is null));
        Assert.Equal(PerturbationKinds.All.Count, PerturbationKinds.All.Select(k => k.Name).Distinct().Count());
    }

    [Fact]
    public void Parse_UnknownName_ListsNamesAndRanges()
    {
        var failure = Assert.Throws<SignBridgeException>(() => PerturbationPlan.Parse("fsp=5"));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.StartsWith("'fsp' is no perturbation: expected fps (1 to 240 frames/s), drop (0 to 0.95 of the frames), ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("mirror (no level)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop=2", "'drop=2' cannot be applied: drop takes 0 to 0.95 of the frames.")]
    [InlineData("fps=0", "'fps=0' cannot be applied: fps takes 1 to 240 frames/s.")]
    [InlineData("fps=", "'fps=' cannot be applied: fps takes 1 to 240 frames/s.")]
    [InlineData("drop=0,1;fps", "'drop=1' cannot be applied: drop takes 0 to 0.95 of the frames.")]
    [InlineData("blur=NaN", "'blur=NaN' cannot be applied: blur takes 0 to 50 px.")]
    [InlineData("mirror=1", "'mirror=1' cannot be applied: mirror takes no level.")]
    public void Parse_LevelOutOfRange_SaysWhatTheNameTakes(string text, string message) =>
        Assert.Equal(message, Assert.Throws<SignBridgeException>(() => PerturbationPlan.Parse(text)).Message);

    [Fact]
    public void Parse_Nothing_IsNoCondition() => Assert.Empty(PerturbationPlan.Parse(" ; "));
}
