namespace SignBridge.Testing;

/// <summary>The same sign once more, as another person at another camera might make it: what the training of the recogniser varies
/// (models/recipes/sign_clips.py), with a strength.</summary>
/// <remarks>Tempo, hands turned, scaled and moved about their wrists, fingers of other lengths, a camera that turns, stretches and shears, noise,
/// lost hands. At strength 1 the variation is that of training. At 3.5, ten new signs from three examples are told apart as
/// often as real ones by other signers (76 %, the card of asl-signs).</remarks>
public static class SignVariants
{
    private const int LeftShoulder = 11;
    private const int RightShoulder = 12;
    private const int FingerJoints = 4;

    /// <summary>Makes a variant.</summary>
    /// <param name="sign">Body and hands.</param>
    /// <param name="random">Decides everything.</param>
    /// <param name="strength">Above 0.</param>
    public static PoseSequence Vary(this PoseSequence sign, Random random, double strength)
    {
        var clip = AtTempo(sign, Math.Exp((2 * random.NextDouble() - 1) * 0.37 * Math.Min(strength, 1.6)));
        var (middle, width) = Shoulders(clip);
        foreach (var hand in clip.Layout.Parts.Where(p => p.Name is "left" or "right"))
            clip = VaryHand(clip, hand, width, random, strength);
        return LoseHands(Film(clip, middle, width, random, strength), random);
    }

    private static PoseSequence AtTempo(PoseSequence clip, double tempo)
    {
        var count = Math.Clamp((int)(clip.Frames.Count * tempo), 6, 72);
        return NewSigns.AtTicks(clip, [.. Enumerable.Range(0, count).Select(i =>
        {
            var at = i * (clip.Frames.Count - 1) / (float)(count - 1);
            var before = (int)at;
            return NewSigns.Blend(clip.Frames[before], clip.Frames[Math.Min(before + 1, clip.Frames.Count - 1)], at - before);
        })]);
    }

    private static PoseSequence VaryHand(PoseSequence clip, SkeletonPart hand, double width, Random random, double strength)
    {
        var (turn, scale) = (0.12 * strength * Normal(random), Math.Exp(0.1 * strength * Normal(random)));
        var (x, y) = (0.06 * strength * width * Normal(random), 0.06 * strength * width * Normal(random));
        var fingers = Enumerable.Range(0, 5).Select(_ => (Turn: turn + 0.1 * strength * Normal(random), Scale: scale * (1 + 0.08 * strength * Normal(random)))).ToArray();
        return Map(clip, (i, landmark, frame) =>
        {
            if (i < hand.Offset || i >= hand.Offset + hand.Count)
                return landmark;
            var wrist = frame.Landmarks[hand.Offset];
            var finger = fingers[Math.Max(0, i - hand.Offset - 1) / FingerJoints];
            var (dx, dy) = Turn(landmark.X - wrist.X, landmark.Y - wrist.Y, finger.Turn);
            return landmark with { X = (float)(wrist.X + x + finger.Scale * dx), Y = (float)(wrist.Y + y + finger.Scale * dy) };
        });
    }

    private static PoseSequence Film(PoseSequence clip, (double X, double Y) middle, double width, Random random, double strength)
    {
        var (angle, stretch, shear) = (0.08 * strength * Normal(random), Math.Exp(0.1 * strength * Normal(random)), 0.06 * strength * Normal(random));
        var noise = (double[])[0, 0.005, 0.012];
        var pixels = noise[random.Next(noise.Length)] * width * Math.Min(strength, 2);
        return Map(clip, (_, landmark, _) =>
        {
            var (dx, dy) = (landmark.X - middle.X, landmark.Y - middle.Y);
            var (x, y) = Turn(dx * stretch + dy * shear, dy, angle);
            return landmark with { X = (float)(middle.X + x + pixels * Normal(random)), Y = (float)(middle.Y + y + pixels * Normal(random)) };
        });
    }

    /// <summary>As trackers do: single frames of one hand.</summary>
    private static PoseSequence LoseHands(PoseSequence clip, Random random)
    {
        if (random.NextDouble() >= 0.3)
            return clip;
        var share = 0.05 + 0.3 * random.NextDouble();
        foreach (var hand in clip.Layout.Parts.Where(p => p.Name is "left" or "right"))
        {
            var lost = clip.Frames.Select(_ => random.NextDouble() < share).ToArray();
            clip = clip with { Frames = [.. clip.Frames.Select((frame, i) => lost[i] ? Without(frame, hand) : frame)] };
        }

        return clip;
    }

    private static PoseFrame Without(PoseFrame frame, SkeletonPart part)
    {
        var landmarks = frame.Landmarks.ToArray();
        landmarks.AsSpan(part.Offset, part.Count).Fill(Landmark.Absent);
        return new PoseFrame(frame.Time, frame.Layout, landmarks);
    }

    private static ((double X, double Y) Middle, double Width) Shoulders(PoseSequence clip)
    {
        var seen = clip.Frames.Select(f => (Left: f.Part("body")[LeftShoulder], Right: f.Part("body")[RightShoulder])).Where(s => s.Left.IsPresent && s.Right.IsPresent).ToList();
        return seen.Count == 0
            ? ((clip.Width / 2.0, clip.Height / 2.0), clip.Width / 5.0)
            : ((seen.Average(s => (s.Left.X + s.Right.X) / 2), seen.Average(s => (s.Left.Y + s.Right.Y) / 2)), seen.Average(s => Math.Abs(s.Left.X - s.Right.X)));
    }

    private static PoseSequence Map(PoseSequence clip, Func<int, Landmark, PoseFrame, Landmark> change) => clip with
    {
        Frames = [.. clip.Frames.Select(frame => new PoseFrame(
            frame.Time, frame.Layout, [.. frame.Landmarks.ToArray().Select((l, i) => l.IsPresent ? change(i, l, frame) : l)]))],
    };

    private static (double X, double Y) Turn(double x, double y, double angle) =>
        (x * Math.Cos(angle) - y * Math.Sin(angle), x * Math.Sin(angle) + y * Math.Cos(angle));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
