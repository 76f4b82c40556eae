using System.Buffers;

namespace SignBridge.Web;

/// <summary>An image as it came, in rented memory.</summary>
internal sealed class ReceivedImage(FrameHeader frame, ReadOnlySpan<byte> bytes) : IDisposable
{
    private readonly int _length = bytes.Length;
    private byte[]? _buffer = Copy(bytes);

    public FrameHeader Frame => frame;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(buffer);
        return buffer;
    }
}
