using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SignBridge.Sessions;

/// <summary>One session of a client, in real time; it keeps to the protocol or is killed halfway.</summary>
internal sealed class Visit(Uri service, Recording recording)
{
    private const int MostInFlight = 6; // what images may have; poses may have more

    private readonly SemaphoreSlim _window = new(MostInFlight);
    private long _acknowledged;

    /// <summary>Whether a final caption came.</summary>
    public bool IsUnderstood { get; private set; }

    /// <summary>The close code; null where the client was killed.</summary>
    public WebSocketCloseStatus? Closed { get; private set; }

    /// <param name="isKilled">Whether the connection is cut after half of the frames, without a word.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(bool isKilled, CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("signbridge.v1");
        await socket.ConnectAsync(new UriBuilder(service) { Scheme = "ws", Path = "/v1/live" }.Uri, cancellationToken);
        var reading = ReadAsync(socket, cancellationToken);
        try
        {
            await SendAsync(socket, isKilled ? recording.Frames.Count / 2 : recording.Frames.Count, reading, cancellationToken);
            if (isKilled)
            {
                socket.Abort();
            }
            else
            {
                await SendAsync(socket, """{"type":"stop"}""", cancellationToken);
                await reading;
                Closed = socket.CloseStatus;
            }
        }
        catch (WebSocketException) when (!isKilled)
        {
            // Refused, perhaps: then the server has said so.
            Closed = socket.CloseStatus;
        }
        finally
        {
            socket.Abort();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task SendAsync(ClientWebSocket socket, int count, Task reading, CancellationToken cancellationToken)
    {
        await SendAsync(socket, recording.Start, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        foreach (var (time, message) in recording.Frames.Take(count))
        {
            if (time - Stopwatch.GetElapsedTime(start) is var early && early > TimeSpan.Zero)
                await Task.Delay(early, cancellationToken);
            await await Task.WhenAny(_window.WaitAsync(cancellationToken), reading);
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private async Task ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[256 << 10];
        for (var count = 0; ;)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(count), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                return;
            }

            count += received.Count;
            if (!received.EndOfMessage)
                continue;
            using var message = JsonDocument.Parse(buffer.AsMemory(0, count));
            Take(message.RootElement);
            count = 0;
        }
    }

    private void Take(JsonElement message)
    {
        switch (message.GetProperty("type").GetString())
        {
            case "ack":
                var frame = message.GetProperty("frame").GetInt64();
                if (frame > _acknowledged) // it may bring a pose only
                    _window.Release((int)(frame - _acknowledged));
                _acknowledged = frame;
                break;
            case "text.final":
                IsUnderstood = true;
                break;
        }
    }
}
