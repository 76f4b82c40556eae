using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace SignBridge.Web.Tests;

/// <summary>Connections that are lost, sessions that are resumed, that idle, and that are too many.</summary>
public sealed class LiveConnectionTests(ShippedModels models) : WebTest(models)
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Resume_AfterALostConnection_GoesOnWithoutLoss()
    {
        await StartAsync();
        var poses = LiveClient.Poses("where-dog");
        var first = await LiveClient.StartPosesAsync(Server.Address);
        await first.SendAsync(poses.Take(50));
        var (session, after) = (first.Session, first.LastSequence);
        first.Dispose();

        using var second = await ResumeAsync(session, after);

        var opened = await second.UntilAsync("session.opened");
        Assert.True(opened.GetProperty("resumed").GetBoolean());
        var arrived = opened.GetProperty("frame").GetInt32();
        Assert.InRange(arrived, 1, 50);
        await second.SendAsync(poses.Skip(arrived), first: arrived + 1);
        await second.StopAsync();
        Assert.Equal(1000, await second.ClosedAsync());
        Assert.Equal(["Where is the dog?"], second.Finals);
        Assert.Equal(
            Enumerable.Range(1, first.Events.Count + second.Events.Count - 1),
            first.Events.Concat(second.Events.Skip(1)).Select(e => e.GetProperty("seq").GetInt32()));
    }

    [Fact]
    public async Task Resume_AfterTheEnd_StillGivesTheLastEvents()
    {
        await StartAsync();
        var first = await LiveClient.StartPosesAsync(Server.Address);
        await first.SendAsync(LiveClient.Poses("where-dog"));
        await first.StopAsync();
        await first.UntilAsync("session.closed");
        var session = first.Session;
        first.Dispose(); // it never answered the close

        using var second = await ResumeAsync(session, 1);

        Assert.Equal(1000, await second.ClosedAsync());
        Assert.Equal(["Where is the dog?"], second.Finals);
        Assert.Equal("stopped", second.Events[^1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Resume_WhileTheOldConnectionStillStands_TakesTheSessionOver()
    {
        await StartAsync();
        using var first = await LiveClient.StartPosesAsync(Server.Address);

        using var second = await ResumeAsync(first.Session, 0);
        await second.UntilAsync(() => second.Events.Count == 2);
        await second.SendAsync(LiveClient.Poses("where-dog"));
        await second.StopAsync();

        Assert.Equal(1000, await second.ClosedAsync());
        Assert.Equal(["Where is the dog?"], second.Finals);
        await Assert.ThrowsAsync<WebSocketException>(first.ClosedAsync);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    public async Task Resume_BehindEventsThatAreNotThere_IsRefused(long after)
    {
        await StartAsync();
        using var first = await LiveClient.StartPosesAsync(Server.Address);

        using var second = await ResumeAsync(first.Session, after);

        Assert.Equal(1008, await second.ClosedAsync());
        Assert.Equal("events-lost", second.Events[^1].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Resume_TooLate_IsRefused()
    {
        await StartAsync(Loopback with { Time = _time });
        var client = await LiveClient.StartPosesAsync(Server.Address);
        var session = client.Session;
        while (true)
        {
            // Until the server has noticed, a resumption finds the session.
            client.Dispose();
            _time.Advance(TimeSpan.FromSeconds(31));
            client = await ResumeAsync(session, 0);
            await client.UntilAsync(() => client.Events.Count > 0);
            if (LiveClient.IsOf(client.Events[0], "error"))
                break;
        }

        Assert.Equal(1008, await client.ClosedAsync());
        Assert.Equal("unknown-session", client.Events[0].GetProperty("code").GetString());
        client.Dispose();
    }

    [Fact]
    public async Task Idle_WithoutAFrame_IsClosed()
    {
        await StartAsync(Loopback with { Time = _time });
        using var client = await LiveClient.StartPosesAsync(Server.Address);
        _time.Advance(TimeSpan.FromSeconds(59));
        await client.SendAsync(LiveClient.Poses("where-dog").Take(1));
        await client.UntilAsync(() => client.Acknowledgements.Count > 0);
        _time.Advance(TimeSpan.FromSeconds(59));
        await client.SendAsync(LiveClient.Poses("where-dog").Skip(1).Take(1), first: 2);
        await client.UntilAsync(() => client.Acknowledgements[^1].GetProperty("frame").GetInt32() == 2);
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1000, await client.ClosedAsync());
        Assert.Equal("idle", client.Events[^1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Connection_ThatSaysNothing_IsClosed()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Start = TimeSpan.FromMilliseconds(50) } });
        using var client = await LiveClient.ConnectAsync(Server.Address);

        await Assert.ThrowsAsync<WebSocketException>(client.ClosedAsync);
    }

    [Fact]
    public async Task Session_OneTooMany_IsRefusedAndTheOthersGoOn()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Sessions = 2 } });
        using var first = await LiveClient.StartPosesAsync(Server.Address);
        using var second = await LiveClient.StartPosesAsync(Server.Address);

        using var third = await LiveClient.ConnectAsync(Server.Address);
        await third.SendAsync("""{"type":"start","source":"frames","width":640,"height":480}""");

        Assert.Equal(1013, await third.ClosedAsync());
        Assert.Equal("too-many-sessions", third.Events[0].GetProperty("code").GetString());
        await first.StopAsync();
        Assert.Equal(1000, await first.ClosedAsync());
        using var fourth = await OpenedAsync();
        Assert.True(LiveClient.IsOf(fourth.Events[0], "session.opened"));
    }

    [Fact]
    public async Task Killed_Client_GivesItsPlaceToANewcomerAndAnotherSessionNoticesNothing()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Sessions = 2 } });
        using var witness = await LiveClient.StartPosesAsync(Server.Address);
        var poses = LiveClient.Poses("where-dog");
        await witness.SendAsync(poses.Take(40));
        var killed = await LiveClient.StartPosesAsync(Server.Address);
        await killed.SendAsync(poses.Take(30));
        killed.Dispose(); // a reset: no close

        using var newcomer = await OpenedAsync();

        await witness.SendAsync(poses.Skip(40), first: 41);
        await witness.StopAsync();
        Assert.Equal(1000, await witness.ClosedAsync());
        Assert.Equal(["Where is the dog?"], witness.Finals);
    }

    [Fact]
    public async Task HalfOpen_Client_IsFoundByItsSilence()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Sessions = 1, KeepAlive = TimeSpan.FromMilliseconds(200) } });
        using var silent = new TcpClient();
        await silent.ConnectAsync(Server.Address.Host, Server.Address.Port, Token);
        var stream = silent.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /v1/live HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: signbridge.v1\r\n\r\n"), Token);
        var start = """{"type":"start","source":"frames","width":640,"height":480}"""u8.ToArray();
        await stream.WriteAsync((byte[])[0x81, (byte)(0x80 | start.Length), 0, 0, 0, 0, .. start], Token); // masked with zeros
        var buffer = new byte[4096];
        var received = "";
        while (!received.Contains("session.opened", StringComparison.Ordinal))
            received += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Token));

        // It answers no ping. Until that is noticed, its place is taken.
        using var newcomer = await OpenedAsync();
        Assert.True(LiveClient.IsOf(newcomer.Events[0], "session.opened"));
    }

    [Fact]
    public async Task Server_ThatStops_SaysSo()
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);
        var closed = client.ClosedAsync();

        var stopping = Server.DisposeAsync();

        Assert.Equal(1001, await closed);
        Assert.Equal("server-stopping", client.Events[^1].GetProperty("reason").GetString());
        await stopping;
    }

    [Fact]
    public async Task Models_ThatAreNotLoadedYet_AreSaid()
    {
        var loading = new TaskCompletionSource<Translator>();
        await StartAsync(loading.Task);
        using var client = await LiveClient.ConnectAsync(Server.Address);

        await client.SendAsync("""{"type":"start","source":"frames","width":640,"height":480}""");

        Assert.Equal(1013, await client.ClosedAsync());
        Assert.Equal("loading", client.Events[0].GetProperty("code").GetString());
    }

    private async Task<LiveClient> ResumeAsync(string session, long after)
    {
        var client = await LiveClient.ConnectAsync(Server.Address);
        await client.SendAsync($$"""{"type":"resume","session":"{{session}}","after":{{after}}}""");
        return client;
    }
}
