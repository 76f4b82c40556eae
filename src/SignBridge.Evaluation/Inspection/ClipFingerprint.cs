using System.Numerics;
using System.Runtime.CompilerServices;

namespace SignBridge.Evaluation.Inspection;

/// <summary>512 bits that are alike for clips that move alike: the signs of random projections of a motion (<see cref="ClipMotion"/>).</summary>
/// <remarks>The share of bits in which two fingerprints differ is the angle between the motions over 180° (Charikar, "Similarity estimation
/// techniques from rounding algorithms", 2002). The projections are fixed: fingerprints of two runs can be compared.</remarks>
[InlineArray(Words)]
internal struct ClipFingerprint
{
    /// <summary>How many bits there are.</summary>
    public const int Bits = 64 * Words;

    private const int Words = 8;

    private ulong _first;

    /// <summary>The fingerprint of a motion.</summary>
    public static ClipFingerprint Of(ReadOnlySpan<float> motion)
    {
        var sums = new float[Bits];
        var state = 0UL;
        foreach (var value in motion)
        {
            for (var word = 0; word < Words; word++)
            {
                var signs = Next(ref state);
                for (var bit = 0; bit < 64; bit++, signs >>= 1)
                    sums[64 * word + bit] += (signs & 1) == 0 ? value : -value;
            }
        }

        var fingerprint = default(ClipFingerprint);
        for (var i = 0; i < Bits; i++)
        {
            if (sums[i] > 0)
                fingerprint[i / 64] |= 1UL << (i % 64);
        }

        return fingerprint;
    }

    /// <summary>In how many bits two fingerprints differ.</summary>
    public readonly int Distance(in ClipFingerprint other)
    {
        var distance = 0;
        for (var i = 0; i < Words; i++)
            distance += BitOperations.PopCount(this[i] ^ other[i]);
        return distance;
    }

    // SplitMix64 (Steele, Lea and Flood, 2014): the same on every machine and in every version of .NET, which Random does not promise.
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
