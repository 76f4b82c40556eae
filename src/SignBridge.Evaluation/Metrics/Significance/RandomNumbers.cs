namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014), whose n-th number is computed without those before it: trials may be drawn on any thread and
/// in any version of .NET.</summary>
internal static class RandomNumbers
{
    /// <param name="seed">Decides the sequence.</param>
    /// <param name="index">The place in the sequence.</param>
    public static ulong At(int seed, ulong index)
    {
        // Seeds next to each other get sequences far apart.
        var z = Mix((ulong)(uint)seed) + (index + 1) * 0x9E3779B97F4A7C15;
        return Mix(z);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
