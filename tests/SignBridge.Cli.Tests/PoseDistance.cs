namespace SignBridge.Cli.Tests;

/// <summary>How far two pose sequences of one clip are apart.</summary>
internal static class PoseDistance
{
    /// <summary>The median over the landmarks of a part that both saw, as a share of the width of the golden shoulders.</summary>
    public static double Median(PoseSequence ours, PoseSequence golden, string part)
    {
        var distances = new List<double>();
        foreach (var (a, b) in ours.Frames.Zip(golden.Frames))
        {
            var (left, right) = (b.Part("body")[11], b.Part("body")[12]);
            var shoulders = Distance(left, right);
            foreach (var (p, q) in a.Part(part).ToArray().Zip(b.Part(part).ToArray()))
            {
                if (p.IsPresent && q.IsPresent)
                    distances.Add(Distance(p, q) / shoulders);
            }
        }

        Assert.NotEmpty(distances);
        return distances.Order().ElementAt(distances.Count / 2);
    }

    private static double Distance(Landmark a, Landmark b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
