using System.Buffers.Binary;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>A JPEG, PNG or WebP image from a sender who need not be trusted: its size is read out of the header before anything is decoded.</summary>
/// <remarks>Other formats that OpenCV knows are refused: fewer decoders meet foreign bytes.</remarks>
public static class EncodedImage
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the size that the header announces (ITU-T T.81, W3C PNG, RFC 9649), without decoding.</summary>
    /// <returns>Pixels; null where the bytes are no JPEG, PNG or WebP image.</returns>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> image)
    {
        if (image.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            return JpegSize(image);
        if (image.StartsWith(PngSignature))
            return image.Length >= 24 && image[12..16].SequenceEqual("IHDR"u8) ? Size(ReadInt32(image[16..]), ReadInt32(image[20..])) : null;
        return image.Length >= 30 && image.StartsWith("RIFF"u8) && image[8..12].SequenceEqual("WEBP"u8) ? WebPSize(image) : null;
    }

    /// <summary>Decodes an image to 8-bit BGR, as it is stored: the orientation of cameras is not applied.</summary>
    /// <param name="image">The file as it was sent.</param>
    /// <param name="width">The width that is expected.</param>
    /// <param name="height">The height that is expected.</param>
    /// <returns>The image; the caller disposes it. OpenCvSharp has no decoder into given memory, so it is allocated.</returns>
    /// <exception cref="SignBridgeException">The image is of another format or size, or damaged (<see cref="FailureKind.Input"/>); an image of
    /// another size is not decoded.</exception>
    public static Mat Decode(ReadOnlySpan<byte> image, int width, int height)
    {
        NativeLog.Silence();
        if (SizeOf(image) is not var (actualWidth, actualHeight))
            throw Failure("is no JPEG, PNG or WebP: encode it as one of them");
        if ((actualWidth, actualHeight) != (width, height))
            throw Failure($"is {actualWidth}x{actualHeight}, expected {width}x{height}: scale it");
        Mat? decoded = null;
        try
        {
            decoded = Cv2.ImDecode(image, ImreadModes.Color | ImreadModes.IgnoreOrientation);
        }
        catch (OpenCVException)
        {
            // Said below, as for an image that comes back empty.
        }

        if (decoded is not null && decoded.Width == width && decoded.Height == height)
            return decoded;
        decoded?.Dispose();
        throw Failure("cannot be decoded: it is damaged, so encode it again");
    }

    /// <summary>Looks for the frame header (SOF) in front of the first scan.</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> image)
    {
        var position = 2;
        while (position + 9 <= image.Length && image[position] == 0xFF)
        {
            var marker = image[position + 1];
            if (marker == 0xFF)
            {
                position++; // a fill byte
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Size(BinaryPrimitives.ReadUInt16BigEndian(image[(position + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(image[(position + 5)..]));
            if (marker is 0xD9 or 0xDA)
                return null;
            position += marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(position + 2)..]);
        }

        return null;
    }

    private static (int Width, int Height)? WebPSize(ReadOnlySpan<byte> image)
    {
        var kind = image[12..16];
        var data = image[20..];
        if (kind.SequenceEqual("VP8 "u8))
            return Size(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return Size((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8X"u8)
            ? Size((int)(BinaryPrimitives.ReadUInt32LittleEndian(data[3..]) >> 8) + 1, (int)(BinaryPrimitives.ReadUInt32LittleEndian(data[6..]) >> 8) + 1)
            : null;
    }

    private static int ReadInt32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static (int Width, int Height)? Size(int width, int height) => width > 0 && height > 0 ? (width, height) : null;

    private static SignBridgeException Failure(string problem) => new(FailureKind.Input, $"The image {problem}.");
}
