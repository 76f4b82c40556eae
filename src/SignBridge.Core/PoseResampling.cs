namespace SignBridge;

/// <summary>Brings poses of any rate to another one.</summary>
public static class PoseResampling
{
    /// <summary>Takes for each tick of <paramref name="rate"/> the pose nearest in time (<see cref="TickSelector"/>), at the time of the tick.</summary>
    /// <param name="poses">In order of time.</param>
    /// <param name="rate">Poses a second, above 0.</param>
    public static PoseSequence Resample(this PoseSequence poses, double rate)
    {
        ArgumentNullException.ThrowIfNull(poses);
        if (poses.FramesPerSecond == rate)
            return poses;
        var frames = new List<PoseFrame>();
        var start = poses.Frames.Count == 0 ? TimeSpan.Zero : poses.Frames[0].Time;
        var counts = TickSelector.Select(poses.Frames.Select(f => f.Time), rate);
        foreach (var (frame, count) in poses.Frames.Zip(counts))
        {
            for (var i = 0; i < count; i++)
                frames.Add(frame.At(start + TimeSpan.FromSeconds(frames.Count / rate)));
        }

        return poses with { FramesPerSecond = rate, Frames = frames };
    }
}
