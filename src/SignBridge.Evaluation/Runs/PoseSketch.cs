namespace SignBridge.Evaluation.Runs;

/// <summary>A few poses of a sample, small enough to travel in its result: body and hands of the frames at a quarter, a half and three
/// quarters, each coordinate one byte.</summary>
public static class PoseSketch
{
    private const int Frames = 3;
    private const byte AbsentPoint = 255;
    private const double Largest = 254;
    private static readonly string[] Parts = ["body", "left", "right"];

    /// <summary>Points of a pose: 33 of the body, 21 of each hand.</summary>
    public const int Points = 75;

    /// <summary>Draws the poses in a square around all of them.</summary>
    /// <returns>Base64 of x and y, point by point, 0 to 254 of the square's side, 255 for an absent one; null where nobody was seen or the
    /// layout is another.</returns>
    public static string? Of(PoseSequence poses)
    {
        ArgumentNullException.ThrowIfNull(poses);
        if (!poses.Layout.Contains(SkeletonLayout.HolisticWithoutFace) || poses.Frames.Count == 0)
            return null;
        var landmarks = Enumerable.Range(1, Frames)
            .SelectMany(i => Parts.SelectMany(part => poses.Frames[poses.Frames.Count * i / (Frames + 1)].Part(part).ToArray()))
            .ToList();
        var seen = landmarks.Where(l => l.IsPresent && IsInside(l, poses)).ToList();
        if (seen.Count == 0)
            return null;
        var (left, top) = (seen.Min(l => l.X), seen.Min(l => l.Y));
        var side = Math.Max(1e-3, Math.Max(seen.Max(l => l.X) - left, seen.Max(l => l.Y) - top));
        return Convert.ToBase64String([.. landmarks.SelectMany(l => l.IsPresent && IsInside(l, poses)
            ? new[] { Share(l.X - left), Share(l.Y - top) }
            : [AbsentPoint, AbsentPoint])]);

        byte Share(float distance) => (byte)Math.Round(Largest * distance / side);
    }

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    /// <returns>The poses, each of <see cref="Points"/> points with x and y from 0 to 1, or null for an absent one.</returns>
    public static IReadOnlyList<(double X, double Y)?[]> Read(string sketch)
    {
        var bytes = Convert.FromBase64String(sketch);
        return [.. bytes.Chunk(2).Select(p => p[0] == AbsentPoint ? ((double, double)?)null : (p[0] / Largest, p[1] / Largest)).Chunk(Points)];
    }

    // MediaPipe guesses hips and legs below the picture.
    private static bool IsInside(Landmark landmark, PoseSequence poses) =>
        landmark.X >= 0 && landmark.Y >= 0 && landmark.X <= poses.Width && landmark.Y <= poses.Height;
}
