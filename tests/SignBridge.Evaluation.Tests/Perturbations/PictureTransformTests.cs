using SignBridge.Evaluation.Perturbations;

namespace SignBridge.Evaluation.Tests.Perturbations;

public sealed class PictureTransformTests
{
    private const int W = SyntheticPoses.Width;
    private const int H = SyntheticPoses.Height;

    [Fact]
    public void Mirror_Twice_IsTheIdentity()
    {
        var clip = SyntheticPoses.Person();

        Assert.Equal(clip.AllLandmarks(), clip.Apply("mirror").Apply("mirror").AllLandmarks());
    }

    [Fact]
    public void Mirror_Once_SwapsTheHandsAndTheSides()
    {
        var clip = SyntheticPoses.Person();
        var mirrored = clip.Apply("mirror");
        foreach (var (before, after) in clip.Frames.Zip(mirrored.Frames))
        {
            for (var i = 0; i < 21; i++)
                Assert.Equal(Turned(before.Part("left")[i]), after.Part("right")[i]);
            Assert.Equal(Turned(before.Part("body")[0]), after.Part("body")[0]); // nose
            Assert.Equal(Turned(before.Part("body")[3]), after.Part("body")[6]); // outer corners of the eyes
            Assert.Equal(Turned(before.Part("body")[15]), after.Part("body")[16]); // wrists
            Assert.Equal(Turned(before.Part("face")[33]), after.Part("face")[263]); // outer corners of the eyes
            Assert.Equal(Turned(before.Part("face")[61]), after.Part("face")[291]); // corners of the mouth
        }

        static Landmark Turned(Landmark landmark) => landmark.IsPresent ? landmark with { X = W - landmark.X } : landmark;
    }

    [Fact]
    public void OtherSide_Holistic_IsAnInvolutionThatKeepsLimbs()
    {
        var others = LandmarkSymmetry.OtherSide(SkeletonLayout.Holistic);

        Assert.All(Enumerable.Range(0, 543), i => Assert.Equal(i, others[others[i]]));
        Assert.Equal(29, Enumerable.Range(0, 543).Count(i => others[i] == i)); // the nose, and 28 of the face
        var limbs = SkeletonLimbs.Of("body").Select(l => (Math.Min(l.From, l.To), Math.Max(l.From, l.To))).ToHashSet();
        Assert.All(limbs, l => Assert.Contains((Math.Min(others[l.Item1], others[l.Item2]), Math.Max(others[l.Item1], others[l.Item2])), limbs));
    }

    [Fact]
    public void Mirror_ReducedFace_SaysThatItsSidesAreUnknown()
    {
        var failure = Assert.Throws<SignBridgeException>(() => SyntheticPoses.Person(layout: SkeletonLayout.Parse("body33-face128-left21-right21")).Apply("mirror"));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("face128 has no known other side", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rotate=90", W / 2.0 + 100, H / 2.0, W / 2.0, H / 2.0 + 100)] // clockwise: what is right of the middle goes below it
    [InlineData("rotate=-90", W / 2.0 + 100, H / 2.0, W / 2.0, H / 2.0 - 100)]
    [InlineData("rotate=180", 200, 100, W - 200, H - 100)]
    [InlineData("scale=0.5", 0, 0, W / 4.0, H / 4.0)]
    [InlineData("scale=2", W / 2.0 + 50, H / 2.0 - 20, W / 2.0 + 100, H / 2.0 - 40)]
    [InlineData("shift=0.25", 100, 50, 260, 50)]
    [InlineData("shift=-0.1", 100, 50, 36, 50)]
    [InlineData("crop=0.5", W / 2.0, H / 2.0, W / 4.0, H / 4.0)]
    [InlineData("crop=0.5", 161, 91, 1, 1)]
    public void Apply_Point_GoesWhereTheGeometrySays(string condition, double x, double y, double newX, double newY)
    {
        var moved = At(x, y).Apply(condition).Frames[0].Landmarks[0];

        Assert.Equal(newX, moved.X, 1e-3);
        Assert.Equal(newY, moved.Y, 1e-3);
    }

    [Theory]
    [InlineData("shift=0.25", 500, 50)]
    [InlineData("scale=2", 100, 180)]
    [InlineData("crop=0.5", 159, 180)]
    [InlineData("rotate=90", 10, 180)] // the picture is wider than high
    public void Apply_PointThatLeavesThePicture_BecomesAbsent(string condition, double x, double y) =>
        Assert.Equal(Landmark.Absent, At(x, y).Apply(condition).Frames[0].Landmarks[0]);

    [Theory]
    [InlineData("shift=0.25")]
    [InlineData("scale=2")]
    [InlineData("crop=0.5")]
    public void Apply_PointThatWasOutside_StaysAGuess(string condition) => Assert.True(At(W + 50, H + 100).Apply(condition).Frames[0].Landmarks[0].IsPresent);

    [Theory]
    [InlineData("shift=0.5", 11, 21)] // 11 landmarks of 21 stay in the picture
    [InlineData("shift=0.55", 10, 0)]
    public void Shift_HandAtTheBorder_IsLostOnceMostOfItHasLeft(string condition, int inside, int present)
    {
        var layout = SkeletonLayout.Parse("left21");
        var hand = Enumerable.Range(0, 21).Select(i => new Landmark(3.2f + 32 * i * 0.95f, 100, 0, 1)).ToArray();
        var moved = new PoseSequence(layout, W, H, 30, [new PoseFrame(TimeSpan.Zero, layout, hand)], null).Apply(condition).AllLandmarks().ToList();

        Assert.Equal(inside, hand.Count(l => l.X + double.Parse(condition[6..], System.Globalization.CultureInfo.InvariantCulture) * W <= W));
        Assert.Equal(present, moved.Count(l => l.IsPresent));
    }

    [Theory]
    [InlineData("shift=0.5", 33)]
    [InlineData("shift=1", 0)]
    public void Shift_Body_IsGuessedUntilAllOfItHasLeft(string condition, int present)
    {
        var layout = SkeletonLayout.Parse("body33");
        var body = Enumerable.Range(0, 33).Select(i => new Landmark(10 + 18 * i, 100, 0, 1)).ToArray();
        var moved = new PoseSequence(layout, W, H, 30, [new PoseFrame(TimeSpan.Zero, layout, body)], null).Apply(condition);

        Assert.Equal(present, moved.AllLandmarks().Count(l => l.IsPresent));
    }

    [Fact]
    public void Scale_Factor_ScalesLengthsInAllDirections()
    {
        var clip = SyntheticPoses.Person();
        var scaled = clip.Apply("scale=0.5");
        foreach (var (before, after) in clip.AllLandmarks().Zip(scaled.AllLandmarks()).Where(p => p.First.IsPresent))
            Assert.Equal((W / 2f + (before.X - W / 2f) / 2, H / 2f + (before.Y - H / 2f) / 2, before.Z / 2), (after.X, after.Y, after.Z));
    }

    [Fact]
    public void Crop_Share_IsASmallerPicture()
    {
        var cropped = SyntheticPoses.Person().Apply("crop=0.8");

        Assert.Equal((512, 288), (cropped.Width, cropped.Height));
    }

    private static PoseSequence At(double x, double y)
    {
        var layout = SkeletonLayout.Parse("hand1");
        return new PoseSequence(layout, W, H, 30, [new PoseFrame(TimeSpan.Zero, layout, [new Landmark((float)x, (float)y, 0, 1)])], null);
    }
}
