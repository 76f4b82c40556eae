namespace SignBridge.Evaluation.Slices;

/// <summary>Which hand does the signing in a clip.</summary>
public static class DominantHand
{
    /// <summary>The right hand moves most.</summary>
    public const string Right = "right";

    /// <summary>The left hand moves most.</summary>
    public const string Left = "left";

    /// <summary>Each hand moves at least half as much as the other.</summary>
    public const string Both = "both";

    /// <summary>No hand was seen.</summary>
    public const string None = "none";

    // Hands of a two-handed sign move alike; a base hand moves, and a resting one trembles, much less than the other.
    private const double LeastShareOfBoth = 0.5;

    /// <summary>Compares how far the wrists move from frame to frame while they are seen, and where neither moves, in how many frames each is.</summary>
    /// <param name="poses">At any rate.</param>
    public static string Of(PoseSequence poses)
    {
        ArgumentNullException.ThrowIfNull(poses);
        var (left, right) = (Measure(poses, Left), Measure(poses, Right));
        var (leftWeight, rightWeight) = left.Path + right.Path > 0 ? (left.Path, right.Path) : (left.Frames, right.Frames);
        var most = Math.Max(leftWeight, rightWeight);
        if (most == 0)
            return None;
        if (Math.Min(leftWeight, rightWeight) >= LeastShareOfBoth * most)
            return Both;
        return rightWeight > leftWeight ? Right : Left;
    }

    private static (double Path, double Frames) Measure(PoseSequence poses, string hand)
    {
        var (path, frames) = (0.0, 0);
        var before = Landmark.Absent;
        foreach (var frame in poses.Frames)
        {
            var part = frame.Part(hand);
            var wrist = part.IsEmpty ? Landmark.Absent : part[0];
            if (wrist.IsPresent)
                frames++;
            if (wrist.IsPresent && before.IsPresent)
                path += Math.Sqrt(Math.Pow(wrist.X - before.X, 2) + Math.Pow(wrist.Y - before.Y, 2));
            before = wrist;
        }

        return (path, frames);
    }
}
