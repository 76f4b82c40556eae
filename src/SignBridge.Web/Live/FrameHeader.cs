using System.Buffers.Binary;

namespace SignBridge.Web;

/// <summary>The first 16 bytes of a binary message, little-endian: kind, three zeros, uint32 number, float64 seconds of media time.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Number">Number of the frame, from 1.</param>
/// <param name="Time">Media time.</param>
internal readonly record struct FrameHeader(FrameKind Kind, long Number, TimeSpan Time)
{
    public const int Length = 16;

    private const double LongestStream = 1e7; // seconds: four months

    /// <exception cref="ProtocolViolation">The message is shorter or has other values.</exception>
    public static FrameHeader Read(ReadOnlySpan<byte> message)
    {
        if (message.Length <= Length)
            throw Malformed($"{message.Length} bytes, expected a header of {Length} bytes and a payload");
        if (message[0] is not ((byte)FrameKind.Image or (byte)FrameKind.Landmarks) || message[1..4].IndexOfAnyExcept((byte)0) >= 0)
            throw Malformed($"the kind {message[0]}, expected 1 (image) or 2 (landmarks) and three zeros behind it");
        var seconds = BinaryPrimitives.ReadDoubleLittleEndian(message[8..]);
        if (seconds is not (>= 0 and <= LongestStream))
            throw Malformed(FormattableString.Invariant($"the media time {seconds}, expected seconds from 0 to {LongestStream}"));
        return new FrameHeader((FrameKind)message[0], BinaryPrimitives.ReadUInt32LittleEndian(message[4..]), TimeSpan.FromSeconds(seconds));
    }

    private static ProtocolViolation Malformed(string found) => new("malformed-message", $"A binary message has {found}.");
}
