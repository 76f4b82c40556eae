using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Web.Tests;

/// <summary>A client of /v1/live that keeps to the protocol, unless a test makes it do otherwise.</summary>
internal sealed class LiveClient : IDisposable
{
    private readonly List<JsonElement> _events = [];
    private readonly byte[] _buffer = new byte[1 << 20];
    private Task? _receiving;

    public ClientWebSocket Socket { get; } = new();

    /// <summary>Numbered events so far, and answers to a resumption.</summary>
    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public IReadOnlyList<JsonElement> Acknowledgements { get; private set; } = [];

    public string Session => Events[0].GetProperty("session").GetString()!;

    public long LastSequence => Events.Where(e => e.TryGetProperty("seq", out _)).Select(e => e.GetProperty("seq").GetInt64()).DefaultIfEmpty().Last();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<LiveClient> ConnectAsync(Uri server, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new LiveClient();
        client.Socket.Options.AddSubProtocol("signbridge.v1");
        configure?.Invoke(client.Socket.Options);
        await client.Socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/v1/live" }.Uri, Token);
        return client;
    }

    /// <summary>Connects and starts a session of landmarks.</summary>
    public static async Task<LiveClient> StartPosesAsync(Uri server)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync("""{"type":"start","source":"landmarks","layout":"body33-left21-right21","width":960,"height":720,"extractor":"mediapipe-holistic"}""");
        await client.UntilAsync("session.opened");
        return client;
    }

    /// <summary>Connects and starts a session of images.</summary>
    public static async Task<LiveClient> StartFramesAsync(Uri server, int width, int height)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync($$"""{"type":"start","source":"frames","width":{{width}},"height":{{height}}}""");
        await client.UntilAsync("session.opened");
        return client;
    }

    /// <summary>The poses of a sample, without the face.</summary>
    public static IReadOnlyList<PoseFrame> Poses(string sample) =>
        [.. PoseFileReader.Read(SampleClip.Named(sample).Poses).Frames.Select(f => new PoseFrame(
            f.Time, SkeletonLayout.HolisticWithoutFace, [.. f.Part("body"), .. f.Part("left"), .. f.Part("right")]))];

    public static byte[] Message(PoseFrame pose, long number, TimeSpan time)
    {
        var message = new byte[16 + (12 * pose.Landmarks.Length)];
        WriteHeader(message, 2, number, time);
        for (var i = 0; i < pose.Landmarks.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(16 + (12 * i)), pose.Landmarks[i].X);
            BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(20 + (12 * i)), pose.Landmarks[i].Y);
            BinaryPrimitives.WriteSingleLittleEndian(message.AsSpan(24 + (12 * i)), pose.Landmarks[i].Confidence);
        }

        return message;
    }

    public static byte[] Message(ReadOnlySpan<byte> image, long number, TimeSpan time)
    {
        byte[] message = [.. new byte[16], .. image];
        WriteHeader(message, 1, number, time);
        return message;
    }

    public Task SendAsync(string json) => Socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, Token);

    public Task SendAsync(byte[] message) => Socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, Token);

    /// <summary>Sends poses, never more in flight than is allowed.</summary>
    /// <param name="poses">Their times are those of the frames.</param>
    /// <param name="first">The number of the first frame.</param>
    /// <param name="time">Where given, each pose is sent when its time has come.</param>
    public async Task SendAsync(IEnumerable<PoseFrame> poses, long first = 1, TimeProvider? time = null)
    {
        var most = Events[0].GetProperty("maxInFlight").GetInt32();
        var start = time?.GetTimestamp() ?? 0;
        foreach (var (pose, number) in poses.Select((p, i) => (p, first + i)))
        {
            if (time is not null && pose.Time - time.GetElapsedTime(start) is var early && early > TimeSpan.Zero)
                await Task.Delay(early, time, Token);
            await UntilAsync(() => number - Acknowledged <= most);
            await SendAsync(Message(pose, number, pose.Time));
        }
    }

    public Task StopAsync() => SendAsync("""{"type":"stop"}""");

    /// <summary>Reads until an event of this type has come.</summary>
    public async Task<JsonElement> UntilAsync(string type)
    {
        await UntilAsync(() => Events.Any(e => IsOf(e, type)));
        return Events.Last(e => IsOf(e, type));
    }

    /// <summary>Reads until the server has closed.</summary>
    /// <returns>The close code.</returns>
    public async Task<int> ClosedAsync()
    {
        await UntilAsync(() => Socket.State is not (WebSocketState.Open or WebSocketState.CloseSent));
        return (int?)Socket.CloseStatus ?? 0;
    }

    public IEnumerable<string> Finals => Events.Where(e => IsOf(e, "text.final")).Select(e => e.GetProperty("text").GetString()!);

    public void Dispose()
    {
        Socket.Abort();
        Socket.Dispose();
    }

    private long Acknowledged => Acknowledgements.Count > 0
        ? Acknowledgements[^1].GetProperty("frame").GetInt64()
        : Events[0].TryGetProperty("acknowledged", out var known) ? known.GetInt64() : 0;

    public static bool IsOf(JsonElement happened, string type) => happened.GetProperty("type").GetString() == type;

    /// <summary>Reads until something holds. Messages are read on this call alone, so that what a test has not awaited has not been read.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Assert.True(Socket.State is WebSocketState.Open or WebSocketState.CloseSent, $"The server closed ({(int?)Socket.CloseStatus}): {(Events is [.., var last] ? last : null)}");
            _receiving ??= ReceiveAsync();
            await _receiving;
            _receiving = null;
        }
    }

    private async Task ReceiveAsync()
    {
        var count = 0;
        while (true)
        {
            var received = await Socket.ReceiveAsync(_buffer.AsMemory(count), Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Token);
                return;
            }

            count += received.Count;
            if (received.EndOfMessage)
                break;
        }

        var message = JsonDocument.Parse(_buffer.AsMemory(0, count).ToArray()).RootElement;
        Protocol.AssertValid(message);
        if (IsOf(message, "ack"))
        {
            Acknowledgements = [.. Acknowledgements, message];
            return;
        }

        lock (_events)
            _events.Add(message);
    }

    private static void WriteHeader(Span<byte> message, byte kind, long number, TimeSpan time)
    {
        message[0] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(message[4..], (uint)number);
        BinaryPrimitives.WriteDoubleLittleEndian(message[8..], time.TotalSeconds);
    }
}
