using System.Buffers.Binary;

namespace SignBridge.Video;

/// <summary>Whether a video file is as long as its container says, read from the outermost boxes alone.</summary>
/// <remarks>FFmpeg reads a cut file as far as it goes and says so in its log only. MP4 and MOV (ISO/IEC 14496-12), Matroska and WebM
/// (RFC 9559) and AVI (RIFF) announce their lengths; streams such as MPEG-TS have no end that could be missing.</remarks>
internal static class ContainerCheck
{
    /// <summary>What the outermost boxes say.</summary>
    public enum Finding
    {
        /// <summary>Nothing is missing, or the container does not say.</summary>
        Whole,

        /// <summary>The container announces more bytes than there are.</summary>
        CutOff,

        /// <summary>An MP4 or MOV file ends before its index (moov), without which nothing in it can be read.</summary>
        IndexMissing,
    }

    private static ReadOnlySpan<byte> EbmlHeader => [0x1A, 0x45, 0xDF, 0xA3];

    private static ReadOnlySpan<byte> MatroskaSegment => [0x18, 0x53, 0x80, 0x67];

    /// <summary>Reads the boxes of a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Finding Examine(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[12];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return Finding.Whole;
        if (head[4..8].SequenceEqual("ftyp"u8))
            return ExamineIsoBoxes(file);
        if (head[..4].SequenceEqual("RIFF"u8))
            return 8L + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) > file.Length ? Finding.CutOff : Finding.Whole;
        return head[..4].SequenceEqual(EbmlHeader) ? ExamineMatroska(file) : Finding.Whole;
    }

    private static Finding ExamineIsoBoxes(FileStream file)
    {
        Span<byte> header = stackalloc byte[16];
        var hasIndex = false;
        for (long position = 0; position < file.Length;)
        {
            file.Position = position;
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var size = read < 8 ? long.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(header);
            if (size == 1 && read == header.Length)
                size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header[8..]), long.MaxValue);
            else if (size == 0)
                size = file.Length - position; // the last box: to the end of the file
            if (size > file.Length - position)
                return hasIndex ? Finding.CutOff : Finding.IndexMissing;
            hasIndex |= header[4..8].SequenceEqual("moov"u8);
            position += Math.Max(size, 8);
        }

        return hasIndex ? Finding.Whole : Finding.IndexMissing;
    }

    private static Finding ExamineMatroska(FileStream file)
    {
        Span<byte> header = stackalloc byte[12];
        for (long position = 0; position < file.Length;)
        {
            file.Position = position;
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
                return Finding.Whole;
            var (size, length) = ReadVariableInteger(header[4..]);
            if (size is null)
                return Finding.Whole; // written live: the length was not known
            var end = position + 4 + length + size.Value;
            if (header[..4].SequenceEqual(MatroskaSegment))
                return end > file.Length ? Finding.CutOff : Finding.Whole;
            position = end;
        }

        return Finding.CutOff;
    }

    /// <summary>An EBML variable-size integer; null where all its bits are set, which means unknown.</summary>
    private static (long? Value, int Length) ReadVariableInteger(ReadOnlySpan<byte> bytes)
    {
        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
        if (length > 8)
            return (null, 8);
        var value = bytes[0] & ((1L << (8 - length)) - 1);
        for (var i = 1; i < length; i++)
            value = (value << 8) | bytes[i];
        return (value == (1L << (7 * length)) - 1 ? null : value, length);
    }
}
