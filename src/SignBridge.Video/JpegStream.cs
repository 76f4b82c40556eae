using System.Buffers.Binary;

namespace SignBridge.Video;

/// <summary>Cuts a stream of JPEG images (Motion JPEG, with or without the headers of multipart/x-mixed-replace) into its images.</summary>
/// <remarks>Follows the markers of ITU-T T.81, so a thumbnail within an image does not end it.</remarks>
/// <param name="stream">Stays the caller's.</param>
internal sealed class JpegStream(Stream stream)
{
    /// <summary>Longer images are damage: an 8K JPEG has 10 MB.</summary>
    private const int LongestImage = 1 << 24;

    private const byte Prefix = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    private byte[] _buffer = new byte[1 << 16];
    private int _begin;
    private int _end;

    /// <summary>Reads the next image; it stands until the next call. Null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">16 MB hold no whole image.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryFindImage(_buffer.AsSpan(_begin.._end), out var image))
            {
                var found = _buffer.AsMemory(_begin..)[image];
                _begin += image.End.Value;
                return found;
            }

            MakeRoom();
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (count == 0)
                return null;
            _end += count;
        }
    }

    /// <summary>The first whole image in some bytes.</summary>
    internal static bool TryFindImage(ReadOnlySpan<byte> bytes, out Range image)
    {
        image = default;
        var start = bytes.IndexOf([Prefix, StartOfImage, Prefix]);
        if (start < 0)
            return false;
        for (var at = start + 2; at + 4 <= bytes.Length || (at + 2 <= bytes.Length && bytes[at + 1] == EndOfImage);)
        {
            var marker = bytes[at + 1];
            if (bytes[at] != Prefix || marker == EndOfImage)
            {
                image = start..(at + 2);
                return true; // also where the markers are broken: the decoder says what it thinks of it
            }

            if (marker == Prefix)
            {
                at++;
                continue;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker != StartOfScan)
                continue;
            while (at + 1 < bytes.Length && (bytes[at] != Prefix || bytes[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
                at++;
        }

        return false;
    }

    private void MakeRoom()
    {
        if (_begin > 0)
        {
            Buffer.BlockCopy(_buffer, _begin, _buffer, 0, _end - _begin);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end < _buffer.Length)
            return;
        if (_buffer.Length >= LongestImage)
            throw new InvalidDataException("16 MB hold no whole JPEG image");
        Array.Resize(ref _buffer, 2 * _buffer.Length);
    }
}
