using SignBridge.Evaluation.Perturbations;

namespace SignBridge.Evaluation.Tests.Perturbations;

/// <summary>What holds for every perturbation of poses.</summary>
public sealed class PosePerturbationTests
{
    public static TheoryData<string> Conditions => [.. PerturbationKinds.All
        .Where(k => k.Poses is not null).SelectMany(k => PerturbationPlan.Parse(k.Name)).Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Apply_Twice_IsTheSameAndLeavesTheInput(string condition)
    {
        var clip = SyntheticPoses.Person();

        var first = clip.Apply(condition);
        var second = clip.Apply(condition);

        Assert.Equal(first.AllLandmarks(), second.AllLandmarks());
        Assert.Equal(first.Frames.Select(f => f.Time), second.Frames.Select(f => f.Time));
        Assert.Equal(SyntheticPoses.Person().AllLandmarks(), clip.AllLandmarks());
        Assert.Equal((clip.Layout, clip.Extractor), (first.Layout, first.Extractor));
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Apply_AnyClip_GivesSteadyTimesAndWholeLandmarks(string condition)
    {
        foreach (var clip in (PoseSequence[])[SyntheticPoses.Person(), SyntheticPoses.Person(frames: 2), SyntheticPoses.Person(frames: 1), SyntheticPoses.Person(frames: 0)])
        {
            var changed = clip.Apply(condition);

            Assert.Equal(clip.Frames.Count > 0, changed.Frames.Count > 0);
            Assert.All(changed.AllLandmarks(), l => Assert.True(l == Landmark.Absent || (float.IsFinite(l.X) && float.IsFinite(l.Y) && float.IsFinite(l.Z))));
            Assert.All(changed.Frames.Zip(changed.Frames.Skip(1)), pair =>
                Assert.Equal(1 / changed.FramesPerSecond, (pair.Second.Time - pair.First.Time).TotalSeconds, 1e-4));
        }
    }

    [Fact]
    public void Apply_OtherSampleOrSeed_IsOtherChance()
    {
        var clip = SyntheticPoses.Person();

        Assert.NotEqual(clip.Apply("jitter=0.1").AllLandmarks(), clip.Apply("jitter=0.1", sampleId: "b").AllLandmarks());
        Assert.NotEqual(clip.Apply("jitter=0.1").AllLandmarks(), clip.Apply("jitter=0.1", seed: 8).AllLandmarks());
    }

    [Theory]
    [InlineData("drop=0")]
    [InlineData("time-jitter=0")]
    [InlineData("late-start=0")]
    [InlineData("early-stop=0")]
    [InlineData("jitter=0")]
    [InlineData("lose-hands=0")]
    [InlineData("occlude-hands=0")]
    [InlineData("rotate=0")]
    [InlineData("scale=1")]
    [InlineData("shift=0")]
    [InlineData("crop=1")]
    [InlineData("fps=30")]
    [InlineData("fps=60")]
    public void Apply_LevelOfNoChange_ChangesNothing(string condition)
    {
        var clip = SyntheticPoses.Person();
        var changed = clip.Apply(condition);

        Assert.Equal(clip.AllLandmarks(), changed.AllLandmarks());
        Assert.Equal(clip.Frames.Select(f => f.Time), changed.Frames.Select(f => f.Time));
    }

    [Fact]
    public void Apply_PicturePerturbationToPoses_SaysThatAVideoIsNeeded() => Assert.Equal(
        "'blur' changes pictures but 'clip-3' is only poses: give its video, or leave 'blur' out.",
        Assert.Throws<SignBridgeException>(() => SyntheticPoses.Person().Apply("blur=2", "clip-3")).Message);
}
