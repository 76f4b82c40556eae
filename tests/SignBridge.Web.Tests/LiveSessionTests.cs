using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Web.Tests;

public sealed class LiveSessionTests(ShippedModels models) : WebTest(models)
{
    [Theory]
    [InlineData("where-dog")]
    [InlineData("tomorrow-weus-go-farm")]
    public async Task Landmarks_OfASample_GiveItsSentence(string name)
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);
        var clip = LiveClient.Poses(name);

        await client.SendAsync(clip);
        await client.StopAsync();

        Assert.Equal(1000, await client.ClosedAsync());
        Assert.Equal([SampleClip.Named(name).Text], client.Finals);
        Assert.Equal("stopped", client.Events[^1].GetProperty("reason").GetString());
        Assert.Equal(Enumerable.Range(1, client.Events.Count), client.Events.Select(e => e.GetProperty("seq").GetInt32()));
        var times = client.Events.Select(e => e.GetProperty("time").GetDouble()).ToList();
        Assert.Equal(times.Order(), times);
        var ack = client.Acknowledgements[^1];
        Assert.Equal((clip.Count, 0), (ack.GetProperty("frame").GetInt32(), ack.GetProperty("dropped").GetInt32()));
        Assert.Contains(client.Events, e => LiveClient.IsOf(e, "gloss.partial"));
        Assert.Contains(client.Events, e => LiveClient.IsOf(e, "gloss.committed"));
    }

    [Fact]
    public async Task Opened_SaysWhatTheClientMayDoAndWhatReads()
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        var opened = client.Events[0];
        Assert.Equal(15, opened.GetProperty("fps").GetDouble());
        Assert.Equal(32, opened.GetProperty("maxInFlight").GetInt32());
        Assert.Equal("asl-signs", opened.GetProperty("models").GetProperty("recognition").GetString());
        Assert.Equal("cpu", opened.GetProperty("device").GetProperty("actual").GetString());
        Assert.Equal(22, client.Session.Length); // 128 bits
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    public async Task Frames_OfASample_GiveItsSentenceAndItsSkeleton(string format)
    {
        await StartAsync();
        using var client = await LiveClient.StartFramesAsync(Server.Address, 960, 720);
        Assert.Equal(6, client.Events[0].GetProperty("maxInFlight").GetInt32());

        // One frame at a time: a slow machine is not made to drop any.
        using var source = new VideoFileSource(SampleClip.Named("where-dog").Video);
        var number = 0;
        await foreach (var frame in source.ReadAsync(Token))
        {
            using (frame)
            {
                number++;
                await client.SendAsync(LiveClient.Message(frame.Image.ToBytes(format), number, frame.Time));
                await client.UntilAsync(() => client.Acknowledgements.Count > 0 ? client.Acknowledgements[^1].GetProperty("frame").GetInt32() >= number - 3 : number <= 3);
            }
        }

        await client.StopAsync();
        Assert.Equal(1000, await client.ClosedAsync());
        Assert.Equal(["Where is the dog?"], client.Finals);
        Assert.Equal(number, client.Acknowledgements[^1].GetProperty("frame").GetInt32());
        var skeletons = client.Acknowledgements.Where(a => a.TryGetProperty("landmarks", out _)).ToList();
        Assert.InRange(skeletons.Count, 10, number);
        Assert.All(skeletons, s => Assert.Equal(75, s.GetProperty("landmarks").GetArrayLength()));
    }

    [Fact]
    public async Task Close_ByTheClient_EndsTheSession()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Sessions = 1 } });
        using (var client = await LiveClient.StartPosesAsync(Server.Address))
            await client.Socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, null, Token);

        using var next = await OpenedAsync();
        Assert.True(LiveClient.IsOf(next.Events[0], "session.opened"));
    }
}
