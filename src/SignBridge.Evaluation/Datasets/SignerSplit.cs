using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Divides a data set into <c>train</c>, <c>dev</c> and <c>test</c> so that no signer is in two of them.</summary>
/// <remarks>A signer's part depends on the name and the seed alone, so shards of a data set agree without knowing of each other and rows may be
/// read one by one. The shares are those of signers in expectation: with few signers they are rough, and a part may be empty.</remarks>
public sealed class SignerSplit
{
    private readonly int _seed;
    private readonly double _train;
    private readonly double _dev;

    /// <summary>A division by shares.</summary>
    /// <param name="seed">Another seed gives another division.</param>
    /// <param name="train">The share of signers in <c>train</c>, 0 to 1.</param>
    /// <param name="dev">The share of signers in <c>dev</c>; the rest is <c>test</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative, or both are more than 1.</exception>
    public SignerSplit(int seed, double train, double dev)
    {
        if (!(train >= 0 && dev >= 0 && train + dev <= 1))
            throw new ArgumentOutOfRangeException(nameof(train), "Shares are from 0 to 1, together at most 1.");
        (_seed, _train, _dev) = (seed, train, dev);
    }

    /// <summary>The part to which a sample belongs; null where its signer is not known.</summary>
    public string? Of(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Signer is { } signer ? Part(Share(signer)) : null;
    }

    private string Part(double share) => share < _train ? "train" : share < _train + _dev ? "dev" : "test";

    /// <summary>A number from 0 to below 1, evenly spread over signers.</summary>
    private double Share(string signer)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_seed}:{signer}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (uint.MaxValue + 1.0);
    }
}
