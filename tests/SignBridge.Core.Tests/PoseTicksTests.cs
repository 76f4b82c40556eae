namespace SignBridge.Core.Tests;

public sealed class PoseTicksTests
{
    [Theory]
    [InlineData(15)]
    [InlineData(24)]
    [InlineData(30)]
    [InlineData(10)]
    public void Next_SteadyRate_GivesWhatTheClipResampledGives(double rate)
    {
        var frames = Enumerable.Range(0, 40).Select(k => Pose(k / rate, x: k)).ToList();
        var clip = new PoseSequence(frames[0].Layout, 0, 0, rate, frames, null).Resample(15);

        var ticks = Stream(frames);

        Assert.Equal(clip.Frames.Select(f => f.Landmarks[0].X), ticks.Select(f => f.Landmarks[0].X));
        Assert.Equal(clip.Frames.Select(f => f.Time.TotalSeconds), ticks.Select(f => f.Time.TotalSeconds), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Next_GapOfSeconds_HoldsTheNearestPosesForHalfASecondOnly()
    {
        var ticks = Stream([Pose(0, 1), Pose(1 / 15.0, 1), Pose(3, 2), Pose(3 + (1 / 15.0), 2)]);

        var empty = ticks.Where(t => !t.IsAnybodyPresent).Select(t => t.Time.TotalSeconds).ToList();
        Assert.InRange(empty.Min(), 0.5, 0.65);
        Assert.InRange(empty.Max(), 2.4, 2.5);
        Assert.Equal(ticks.Select((_, k) => k / 15.0), ticks.Select(t => t.Time.TotalSeconds), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Next_TimeRunsBackwards_IsRefused()
    {
        var ticks = new PoseTicks(15);
        _ = ticks.Next(Pose(1, 0)).ToList();

        Assert.Throws<ArgumentOutOfRangeException>(() => ticks.Next(Pose(0.5, 0)).ToList());
    }

    private static List<PoseFrame> Stream(IEnumerable<PoseFrame> poses)
    {
        var ticks = new PoseTicks(15);
        return [.. poses.SelectMany(p => ticks.Next(p).ToList()), .. ticks.Finish()];
    }

    private static PoseFrame Pose(double seconds, float x)
    {
        var landmarks = new Landmark[SkeletonLayout.HolisticWithoutFace.Count];
        Array.Fill(landmarks, new Landmark(x, 0, 0, 1));
        return new PoseFrame(TimeSpan.FromSeconds(seconds), SkeletonLayout.HolisticWithoutFace, landmarks);
    }
}
