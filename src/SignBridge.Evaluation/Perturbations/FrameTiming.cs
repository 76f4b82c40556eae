namespace SignBridge.Evaluation.Perturbations;

/// <summary>Perturbations of when poses come, or whether they come at all.</summary>
/// <remarks>A recogniser takes poses at steady ticks. What is missing or late is therefore filled as its resampler does, by the pose nearest
/// in time: a dropped frame makes a hand stand still, it does not make the clip shorter.</remarks>
internal static class FrameTiming
{
    // Fewer are no moving sign.
    private const int FewestFrames = 2;

    /// <summary>A camera with fewer frames a second; a clip that has no more than these stays as it is.</summary>
    public static PoseSequence AtRate(PoseSequence poses, double rate) => rate < poses.FramesPerSecond ? poses.Resample(rate) : poses;

    /// <summary>Loses a share of the frames.</summary>
    public static PoseSequence Drop(PoseSequence poses, double share, Random random)
    {
        var order = Enumerable.Range(0, poses.Frames.Count).ToArray();
        random.Shuffle(order);
        var dropped = order.Take(Math.Min((int)Math.Round(share * order.Length), order.Length - FewestFrames)).ToHashSet();
        return dropped.Count == 0 ? poses : AtTicks(poses, [.. poses.Frames.Where((_, i) => !dropped.Contains(i))]);
    }

    /// <summary>Moves each frame but the first by a normally distributed time; none comes before the one ahead of it.</summary>
    /// <param name="poses">The poses.</param>
    /// <param name="milliseconds">The standard deviation.</param>
    /// <param name="random">The source of chance.</param>
    public static PoseSequence Jitter(PoseSequence poses, double milliseconds, Random random)
    {
        var frames = new List<PoseFrame>(poses.Frames.Count);
        foreach (var frame in poses.Frames)
        {
            var time = frame.Time + TimeSpan.FromMilliseconds(milliseconds * Normal.Next(random));
            frames.Add(frames.Count == 0 ? frame : frame.At(time > frames[^1].Time ? time : frames[^1].Time + TimeSpan.FromTicks(1)));
        }

        return milliseconds == 0 ? poses : AtTicks(poses, frames);
    }

    /// <summary>Leaves out the first share of the clip.</summary>
    public static PoseSequence StartLate(PoseSequence poses, double share) => poses with { Frames = [.. poses.Frames.Skip(CutCount(poses, share))] };

    /// <summary>Leaves out the last share of the clip.</summary>
    public static PoseSequence StopEarly(PoseSequence poses, double share) => poses with { Frames = [.. poses.Frames.SkipLast(CutCount(poses, share))] };

    private static int CutCount(PoseSequence poses, double share) =>
        Math.Max(0, Math.Min((int)Math.Round(share * poses.Frames.Count), poses.Frames.Count - FewestFrames));

    /// <summary>Shows at the time of each frame of the clip the one of <paramref name="frames"/> that is nearest.</summary>
    private static PoseSequence AtTicks(PoseSequence poses, List<PoseFrame> frames)
    {
        var nearest = 0;
        return poses with { Frames = [.. poses.Frames.Select(Nearest)] };

        PoseFrame Nearest(PoseFrame tick)
        {
            while (nearest + 1 < frames.Count && (frames[nearest + 1].Time - tick.Time).Duration() < (frames[nearest].Time - tick.Time).Duration())
                nearest++;
            return frames[nearest].At(tick.Time);
        }
    }
}
