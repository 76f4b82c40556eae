using SignBridge.Evaluation.Slices;
using SignBridge.Evaluation.Tests.Perturbations;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Slices;

public sealed class DominantHandTests
{
    [Theory]
    [InlineData(0, 8, "right")]
    [InlineData(8, 0, "left")]
    [InlineData(5, 8, "both")]
    [InlineData(3, 8, "right")] // a base hand that moves a little
    [InlineData(0, 0, "both")] // both are seen, neither moves
    [InlineData(null, 0, "right")] // only one is seen
    [InlineData(1, null, "left")]
    [InlineData(null, null, "none")]
    public void Of_PixelsPerFrame_IsTheHandThatMovesMost(int? left, int? right, string expected)
    {
        var clip = Clip(left, right);

        Assert.Equal(expected, DominantHand.Of(clip));
        Assert.Equal(expected switch { "left" => "right", "right" => "left", _ => expected }, DominantHand.Of(clip.Apply("mirror")));
    }

    [Fact]
    public void Of_HandThatComesBackElsewhere_HasNotMovedThere()
    {
        var clip = Clip(left: 2, right: 0);
        var frames = clip.Frames.Select((frame, i) => new PoseFrame(frame.Time, frame.Layout, [.. frame.Landmarks.ToArray().Select((l, j) =>
            j >= 21 ? (i % 2 == 0 ? Landmark.Absent : l with { X = 300 * (i % 4) }) : l)])).ToList(); // seen in every second frame, far apart

        Assert.Equal("left", DominantHand.Of(clip with { Frames = frames }));
    }

    [Fact]
    public void Of_PosesWithoutHands_IsNone() => Assert.Equal("none", DominantHand.Of(SyntheticPoses.Person(layout: SkeletonLayout.Parse("body33"))));

    [Fact]
    public void Of_Samples_SwapsInTheMirror()
    {
        foreach (var sample in SampleClip.All)
        {
            var poses = PoseFileReader.Read(sample.Poses);
            Assert.Equal(
                DominantHand.Of(poses) switch { "left" => "right", "right" => "left", var same => same },
                DominantHand.Of(poses.Apply("mirror")));
        }
    }

    private static PoseSequence Clip(int? left, int? right)
    {
        var layout = SkeletonLayout.Parse("left21-right21");
        return new PoseSequence(layout, 640, 360, 30, [.. Enumerable.Range(0, 20).Select(i => new PoseFrame(
            TimeSpan.FromSeconds(i / 30.0), layout, [.. Hand(left, i), .. Hand(right, i)]))], null);
    }

    private static IEnumerable<Landmark> Hand(int? pixels, int frame) =>
        Enumerable.Repeat(pixels is { } moved ? new Landmark(200 + moved * frame, 100, 0, 1) : Landmark.Absent, 21);
}
