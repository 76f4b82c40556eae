using SignBridge.Evaluation.Runs;
using SignBridge.Evaluation.Tests.Inspection;
using SignBridge.Evaluation.Tests.Perturbations;

namespace SignBridge.Evaluation.Tests.Runs;

public sealed class PoseSketchTests
{
    [Fact]
    public void Read_WhatOfWrote_IsWithinAByteOfThePose()
    {
        var poses = SyntheticPoses.Person(layout: SkeletonLayout.HolisticWithoutFace);
        var sketch = PoseSketch.Read(PoseSketch.Of(poses)!);
        Assert.Equal(3, sketch.Count);
        Landmark[][] frames = [poses.Frames[10].Landmarks.ToArray(), poses.Frames[20].Landmarks.ToArray(), poses.Frames[30].Landmarks.ToArray()];
        var drawn = frames.SelectMany(f => f).Where(l => l.IsPresent && l.Y <= SyntheticPoses.Height).ToList();
        var (left, top) = (drawn.Min(l => l.X), drawn.Min(l => l.Y));
        var side = Math.Max(drawn.Max(l => l.X) - left, drawn.Max(l => l.Y) - top);
        for (var frame = 0; frame < 3; frame++)
        {
            Assert.Equal(PoseSketch.Points, sketch[frame].Length);
            for (var i = 0; i < PoseSketch.Points; i++)
            {
                var landmark = frames[frame][i];
                Assert.Equal(landmark.IsPresent && landmark.Y <= SyntheticPoses.Height, sketch[frame][i] is not null);
                if (sketch[frame][i] is not { } point)
                    continue;
                Assert.Equal((landmark.X - left) / side, point.X, 0.5 / 254 + 1e-6);
                Assert.Equal((landmark.Y - top) / side, point.Y, 0.5 / 254 + 1e-6);
            }
        }
    }

    [Fact]
    public void Of_PosesWithAFace_LeavesItOut() =>
        Assert.All(PoseSketch.Read(PoseSketch.Of(SyntheticPoses.Person())!), pose => Assert.Equal(PoseSketch.Points, pose.Length));

    [Fact]
    public void Of_OneFrame_ShowsItThreeTimes()
    {
        var sketch = PoseSketch.Read(PoseSketch.Of(Drawn.Poses(1, _ => 0))!);
        Assert.Equal(sketch[0], sketch[1]);
        Assert.Equal(sketch[0], sketch[2]);
    }

    [Fact]
    public void Of_NobodyInView_IsNull() => Assert.Null(PoseSketch.Of(Drawn.Poses(8, _ => 0, (_, _) => false)));

    [Fact]
    public void Of_NoFrames_IsNull() => Assert.Null(PoseSketch.Of(Drawn.Poses(0, _ => 0)));

    [Fact]
    public void Of_AnotherLayout_IsNull()
    {
        var layout = SkeletonLayout.Parse("left1-right1");
        Assert.Null(PoseSketch.Of(new PoseSequence(layout, 10, 10, 30, [new PoseFrame(TimeSpan.Zero, layout, [new Landmark(1, 1, 0, 1), Landmark.Absent])], null)));
    }

    [Fact]
    public void Of_CoordinatesThatAreNoNumbers_AreAbsentPoints()
    {
        var poses = Drawn.Poses(4, _ => 0);
        PoseFrame[] frames = [.. poses.Frames.Select(f => new PoseFrame(f.Time, poses.Layout, [.. f.Landmarks.ToArray().Select((l, i) => i switch
        {
            0 => l with { Y = float.NaN },
            1 => l with { X = float.PositiveInfinity },
            _ => l,
        })]))];
        Assert.All(PoseSketch.Read(PoseSketch.Of(poses with { Frames = frames })!), pose => Assert.Equal([false, false, true], pose.Take(3).Select(p => p is not null)));
    }
}
