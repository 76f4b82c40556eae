namespace SignBridge;

/// <summary>The poses of an input at the recogniser's rate, with the facts of the input.</summary>
/// <param name="Name">What the result calls the input.</param>
/// <param name="Poses">At the recogniser's rate.</param>
/// <param name="FramesPerSecond">Nominal frame rate of the input.</param>
/// <param name="Duration">Media time of the input.</param>
/// <param name="SourceNotices">What is known about it already; it goes into the result.</param>
public sealed record Clip(string Name, PoseSequence Poses, double FramesPerSecond, TimeSpan Duration, IReadOnlyList<Notice> SourceNotices)
{
    // Below this share of the recogniser's rate, movement is missing that it was trained to see.
    private const double LowRate = 0.9;

    /// <summary>What is to be said about the clip before anything is recognised in it.</summary>
    internal IEnumerable<Notice> Notices => FramesPerSecond < LowRate * Poses.FramesPerSecond
        ? SourceNotices.Append(new Notice("low-frame-rate", FormattableString.Invariant(
            $"The input has {FramesPerSecond:0.##} frames/s, fewer than the {Poses.FramesPerSecond:0.##} of the recogniser: expect more errors.")))
        : SourceNotices;

    /// <summary>Ends a gloss with the clip: the last pose lasts longer at the recogniser's rate than the last frame of a faster input.</summary>
    internal Gloss Contain(Gloss gloss)
    {
        var end = Poses.Frames[0].Time + Duration;
        return gloss.End > end ? gloss with { End = end } : gloss;
    }

    /// <summary>Refuses what holds no sign for sure.</summary>
    /// <exception cref="SignBridgeException">Nothing can be recognised in the clip (<see cref="FailureKind.Input"/>).</exception>
    public void Require()
    {
        if (Poses.Frames.Count < 2)
            throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant($"'{Name}' lasts {Duration.TotalSeconds:0.##} s, expected a moving sign: give a video of at least a few tenths of a second."));
        if (!Poses.Frames.Any(f => f.IsAnybodyPresent))
            throw new SignBridgeException(FailureKind.Input, $"Nobody is in view in '{Name}', expected one person with the upper body visible: check the camera or give another video.");
    }
}
