using System.Security.Cryptography;
using System.Text;

namespace SignBridge.Evaluation.Datasets;

/// <summary>What every reader checks of each row: that the id is new and the clip is there.</summary>
/// <remarks>It remembers ids as 128 bits of their SHA-256, so that memory does not depend on how long they are.</remarks>
internal sealed class RowChecks
{
    private readonly HashSet<UInt128> _ids = [];

    /// <summary>The sample, or what is wrong with it.</summary>
    /// <param name="sample">What the row says.</param>
    /// <param name="place">Where it says so, as <c>file:line</c>.</param>
    public DatasetEntry Check(Sample sample, string place)
    {
        if (!_ids.Add(Hash(sample.Id)))
            return DatasetEntry.Of(DatasetProblem.DuplicateId(place, sample.Id));
        return Path.Exists(sample.Media.Path)
            ? DatasetEntry.Of(sample)
            : DatasetEntry.Of(DatasetProblem.MissingFile(place, sample.Media.Path));
    }

    private static UInt128 Hash(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
