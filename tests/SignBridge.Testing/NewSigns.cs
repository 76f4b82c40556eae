namespace SignBridge.Testing;

/// <summary>Makes signs that no recogniser learnt out of two that one did.</summary>
public static class NewSigns
{
    private const int Between = 3; // frames

    /// <summary>The first half of one sign and the second half of another, as compound signs are made.</summary>
    public static PoseSequence Compound(PoseSequence first, PoseSequence second)
    {
        var head = first.Frames.Take(first.Frames.Count / 2 + 2).ToList();
        var tail = second.Frames.Skip(second.Frames.Count / 2 - 2).ToList();
        var between = Enumerable.Range(1, Between).Select(i => Blend(head[^1], tail[0], i / (Between + 1f)));
        return AtTicks(first, [.. head, .. between, .. tail]);
    }

    /// <summary>The movement of one sign with the hand shapes of another.</summary>
    public static PoseSequence Reshaped(PoseSequence movement, PoseSequence shapes)
    {
        var last = movement.Frames.Count - 1;
        return AtTicks(movement, [.. movement.Frames.Select((frame, i) => WithHands(frame, shapes.Frames, i * (shapes.Frames.Count - 1) / Math.Max(1, last)))]);
    }

    /// <summary>Frames one after another, at the rate and from the start of a clip.</summary>
    internal static PoseSequence AtTicks(PoseSequence clip, IReadOnlyList<PoseFrame> frames) => clip with
    {
        Frames = [.. frames.Select((f, i) => f.At(clip.Frames[0].Time + TimeSpan.FromSeconds(i / clip.FramesPerSecond)))],
    };

    /// <summary>A pose between two; a landmark that one of them lacks is that of the nearer one.</summary>
    internal static PoseFrame Blend(PoseFrame before, PoseFrame after, float share)
    {
        var landmarks = new Landmark[before.Layout.Count];
        for (var i = 0; i < landmarks.Length; i++)
        {
            var (a, b) = (before.Landmarks[i], after.Landmarks[i]);
            landmarks[i] = !a.IsPresent || !b.IsPresent
                ? share < 0.5f ? a : b
                : new Landmark(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y), a.Z, a.Confidence);
        }

        return new PoseFrame(before.Time, before.Layout, landmarks);
    }

    private static PoseFrame WithHands(PoseFrame frame, IReadOnlyList<PoseFrame> shapes, int at)
    {
        var landmarks = frame.Landmarks.ToArray();
        foreach (var part in frame.Layout.Parts.Where(p => p.Name is "left" or "right"))
        {
            var wrist = landmarks[part.Offset];
            if (wrist.IsPresent && NearestHand(shapes, at, part) is { } hand)
            {
                for (var j = 1; j < part.Count; j++)
                    landmarks[part.Offset + j] = hand[j] with { X = wrist.X + hand[j].X - hand[0].X, Y = wrist.Y + hand[j].Y - hand[0].Y };
            }
        }

        return new PoseFrame(frame.Time, frame.Layout, landmarks);
    }

    /// <summary>The hand in the nearest frame that has it; null where none has.</summary>
    private static Landmark[]? NearestHand(IReadOnlyList<PoseFrame> frames, int at, SkeletonPart part) => frames
        .Select((frame, i) => (Hand: frame.Landmarks.Slice(part.Offset, part.Count).ToArray(), Distance: Math.Abs(i - at)))
        .Where(f => f.Hand[0].IsPresent)
        .OrderBy(f => f.Distance)
        .Select(f => f.Hand)
        .FirstOrDefault();
}
