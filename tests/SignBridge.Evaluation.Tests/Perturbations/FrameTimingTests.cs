namespace SignBridge.Evaluation.Tests.Perturbations;

public sealed class FrameTimingTests
{
    private readonly PoseSequence _clip = SyntheticPoses.Person(frames: 100);

    [Theory]
    [InlineData(10)]
    [InlineData(7.5)]
    public void Fps_LowerRate_TakesTheNearestPoses(double rate)
    {
        var changed = _clip.Apply(FormattableString.Invariant($"fps={rate}"));

        Assert.Equal(rate, changed.FramesPerSecond);
        Assert.InRange(changed.Frames.Count, (int)(100 * rate / 30), (int)Math.Ceiling(100 * rate / 30) + 1);
        Assert.All(changed.Frames, f => Assert.InRange((f.Time - _clip.Frames[Index(f)].Time).Duration().TotalSeconds, 0, 1 / 60.0));
    }

    [Fact]
    public void Drop_Share_HoldsTheNearestOfTheKeptFrames()
    {
        var changed = _clip.Apply("drop=0.3");
        var shown = changed.Frames.Select(f => Index(f)).ToList();
        var kept = shown.Where((source, i) => source == i).ToList();

        Assert.Equal(_clip.Frames.Select(f => f.Time), changed.Frames.Select(f => f.Time));
        Assert.Equal(70, kept.Count);
        Assert.All(shown.Select((source, i) => (source, i)), s => Assert.Equal(kept.Min(k => Math.Abs(k - s.i)), Math.Abs(s.source - s.i)));
    }

    [Fact]
    public void Drop_HigherLevel_DropsWhatTheLowerOneDropped()
    {
        var low = Dropped("drop=0.2");
        var high = Dropped("drop=0.6");

        Assert.Equal((20, 60), (low.Count, high.Count));
        Assert.Subset(high.ToHashSet(), low.ToHashSet());

        List<int> Dropped(string condition) => [.. _clip.Apply(condition).Frames.Select((f, i) => (Source: Index(f), i)).Where(f => f.Source != f.i).Select(f => f.i)];
    }

    [Fact]
    public void TimeJitter_Milliseconds_ShowsFramesThatWereMeantForOtherTimes()
    {
        var changed = _clip.Apply("time-jitter=30");
        var offsets = changed.Frames.Select((f, i) => Math.Abs(Index(f) - i)).ToList();

        Assert.Equal(_clip.Frames.Select(f => f.Time), changed.Frames.Select(f => f.Time));
        Assert.InRange(offsets.Average(), 0.2, 1.5); // 30 ms are 0.9 frames
        Assert.InRange(offsets.Max(), 1, 6);
        Assert.Equal(changed.Frames.Select(f => Index(f)).Order(), changed.Frames.Select(f => Index(f)));
    }

    [Fact]
    public void LateStartAndEarlyStop_Share_CutTheEnds()
    {
        Assert.Equal(Enumerable.Range(30, 70), _clip.Apply("late-start=0.3").Frames.Select(f => Index(f)));
        Assert.Equal(Enumerable.Range(0, 80), _clip.Apply("early-stop=0.2").Frames.Select(f => Index(f)));
        Assert.Equal(_clip.Frames[30].Time, _clip.Apply("late-start=0.3").Frames[0].Time);
        Assert.Equal(2, SyntheticPoses.Person(frames: 3).Apply("early-stop=0.95").Frames.Count);
    }

    /// <summary>Which frame of the clip this is; all of them differ.</summary>
    private int Index(PoseFrame frame) => Enumerable.Range(0, _clip.Frames.Count).First(i => _clip.Frames[i].Landmarks.SequenceEqual(frame.Landmarks));
}
