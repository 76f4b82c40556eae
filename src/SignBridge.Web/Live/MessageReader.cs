using System.Buffers;
using System.Net.WebSockets;

namespace SignBridge.Web;

/// <summary>Reads whole messages of a WebSocket into rented memory of bounded size.</summary>
internal sealed class MessageReader(WebSocket socket, LiveLimits limits) : IDisposable
{
    private const int FirstSize = 16 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private bool _isDraining;

    /// <summary>Whether the newest message is binary.</summary>
    public bool IsBinary { get; private set; }

    /// <summary>Reads the next message, which is valid until the one after it is read.</summary>
    /// <returns>Null where the client has closed.</returns>
    /// <exception cref="ProtocolViolation">The message is too long; what follows can only be drained.</exception>
    /// <exception cref="WebSocketException">The connection is lost.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_isDraining)
        {
            await DrainAsync(cancellationToken);
            return null;
        }

        var count = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(count), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            count += received.Count;
            IsBinary = received.MessageType == WebSocketMessageType.Binary;
            var most = IsBinary ? limits.FrameBytes : limits.TextBytes;
            if (count > most)
            {
                _isDraining = true;
                throw new ProtocolViolation("message-too-big", $"A message has more than {most} bytes: send smaller ones.");
            }

            if (received.EndOfMessage)
                return _buffer.AsMemory(0, count);
            if (count == _buffer.Length)
                Grow();
        }
    }

    /// <summary>Reads and forgets until the client closes: a connection that is reset while data is on its way may lose what we said last.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while ((await socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
