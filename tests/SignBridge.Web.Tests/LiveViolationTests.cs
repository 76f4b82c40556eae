using OpenCvSharp;

namespace SignBridge.Web.Tests;

/// <summary>What clients do wrong ends their own session with one sentence, and nobody else notices.</summary>
public sealed class LiveViolationTests(ShippedModels models) : WebTest(models)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1 / 30.0);

    [Theory]
    [InlineData("", "malformed-message")]
    [InlineData("hello", "malformed-message")]
    [InlineData("[1,2]", "malformed-message")]
    [InlineData("null", "malformed-message")]
    [InlineData("{}", "malformed-message")]
    [InlineData("""{"type":"stop"}""", "malformed-message")]
    [InlineData("""{"type":"start"}""", "malformed-message")]
    [InlineData("""{"type":"start","source":"camera","width":1,"height":1}""", "malformed-message")]
    [InlineData("""{"type":"start","source":"frames","width":0,"height":480}""", "malformed-message")]
    [InlineData("""{"type":"start","source":"frames","width":"640","height":480}""", "malformed-message")]
    [InlineData("""{"type":"start","source":"frames","width":1e99,"height":480}""", "malformed-message")]
    [InlineData("""{"type":"start","source":"frames","width":8000,"height":6000}""", "picture-too-big")]
    [InlineData("""{"type":"start","source":"landmarks","width":1,"height":1,"layout":"body99999"}""", "unsupported-layout")]
    [InlineData("""{"type":"start","source":null,"width":1,"height":1}""", "malformed-message")]
    [InlineData("""{"type":"resume","session":"nobody's","after":0}""", "unknown-session")]
    public async Task FirstMessage_ThatIsWrong_IsRefused(string message, string code)
    {
        await StartAsync();
        using var client = await LiveClient.ConnectAsync(Server.Address);

        await client.SendAsync(message);

        await AssertRefusedAsync(client, code);
    }

    [Fact]
    public async Task FirstMessage_Binary_IsRefused()
    {
        await StartAsync();
        using var client = await LiveClient.ConnectAsync(Server.Address);

        await client.SendAsync(new byte[20]);

        await AssertRefusedAsync(client, "malformed-message");
    }

    public static TheoryData<string, byte[]> WrongFrames => new()
    {
        { "malformed-message", [] },
        { "malformed-message", new byte[16] },
        { "malformed-message", LiveClient.Message(Nobody, 1, Tick)[..100] },
        { "malformed-message", Changed(0, 3) },
        { "malformed-message", Changed(0, 1) },
        { "malformed-message", Changed(2, 1) },
        { "malformed-message", Changed(15, 0xFF) }, // a negative time
        { "malformed-message", LiveClient.Message(Nobody, 1, TimeSpan.FromDays(1000)) },
        { "malformed-message", LiveClient.Message(At(float.PositiveInfinity, 1, 1), 1, Tick) },
        { "malformed-message", LiveClient.Message(At(1, float.NaN, 1), 1, Tick) },
        { "malformed-message", LiveClient.Message(At(1, 1, 2), 1, Tick) },
        { "frame-order", LiveClient.Message(Nobody, 0, Tick) },
        { "message-too-big", new byte[(2 << 20) + 1] },
    };

    [Theory]
    [MemberData(nameof(WrongFrames))]
    public async Task Frame_ThatIsWrong_EndsTheSession(string code, byte[] message)
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        await client.SendAsync(message);

        await AssertRefusedAsync(client, code);
    }

    [Theory]
    [InlineData(1, 2 / 30.0)] // a duplicate
    [InlineData(2, 1 / 30.0)] // no later
    [InlineData(2, 0.5 / 30)] // earlier
    [InlineData(2, 1000)] // minutes would have to be filled in
    public async Task Frame_OutOfOrder_EndsTheSession(long number, double seconds)
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        await client.SendAsync(LiveClient.Message(Nobody, 1, Tick));
        await client.SendAsync(LiveClient.Message(Nobody, number, TimeSpan.FromSeconds(seconds)));

        await AssertRefusedAsync(client, "frame-order");
    }

    [Theory]
    [InlineData("""{"type":"start","source":"frames","width":640,"height":480}""", "malformed-message")]
    [InlineData("nonsense", "malformed-message")]
    public async Task SecondMessage_ThatIsNotStop_EndsTheSession(string message, string code)
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        await client.SendAsync(message);

        await AssertRefusedAsync(client, code);
    }

    [Fact]
    public async Task TextMessage_Huge_EndsTheSession()
    {
        await StartAsync();
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        await client.SendAsync(new string(' ', 100_000));

        await AssertRefusedAsync(client, "message-too-big");
    }

    [Theory]
    [InlineData(".png", 64, 48, "is 64x48, expected 640x480")]
    [InlineData(".bmp", 640, 480, "is no JPEG, PNG or WebP")]
    public async Task Image_ThatIsNotWhatWasSaid_EndsTheSession(string format, int width, int height, string said)
    {
        await StartAsync();
        using var client = await LiveClient.StartFramesAsync(Server.Address, 640, 480);

        await client.SendAsync(LiveClient.Message(Image(format, width, height), 1, Tick));

        await AssertRefusedAsync(client, "bad-image");
        Assert.Contains(said, client.Events[^1].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_Damaged_EndsTheSession()
    {
        await StartAsync();
        using var client = await LiveClient.StartFramesAsync(Server.Address, 640, 480);

        await client.SendAsync(LiveClient.Message(Image(".png", 640, 480).AsSpan(0, 200), 1, Tick));

        await AssertRefusedAsync(client, "bad-image");
    }

    [Fact]
    public async Task Flood_OfImages_EndsTheSessionAndAnotherOneIsNotDisturbed()
    {
        await StartAsync();
        using var witness = await LiveClient.StartPosesAsync(Server.Address);
        var poses = LiveClient.Poses("where-dog");
        await witness.SendAsync(poses.Take(40));

        using var client = await LiveClient.StartFramesAsync(Server.Address, 960, 720);
        var image = Image(".jpg", 960, 720);
        for (var number = 1; number <= 30; number++)
            await client.SendAsync(LiveClient.Message(image, number, number * Tick));

        await AssertRefusedAsync(client, "too-many-frames");
        await witness.SendAsync(poses.Skip(40), first: 41);
        await witness.StopAsync();
        Assert.Equal(1000, await witness.ClosedAsync());
        Assert.Equal(["Where is the dog?"], witness.Finals);
    }

    private static PoseFrame Nobody => PoseFrame.Empty(default, SkeletonLayout.HolisticWithoutFace);

    private static PoseFrame At(float x, float y, float confidence)
    {
        var landmarks = Nobody.Landmarks.ToArray();
        landmarks[3] = new Landmark(x, y, 0, confidence);
        return new PoseFrame(default, SkeletonLayout.HolisticWithoutFace, landmarks);
    }

    private static byte[] Changed(int index, byte value)
    {
        var message = LiveClient.Message(Nobody, 1, Tick);
        message[index] = value;
        return message;
    }

    private static byte[] Image(string format, int width, int height)
    {
        using var image = new Mat(height, width, MatType.CV_8UC3);
        Cv2.Randu(image, Scalar.All(0), Scalar.All(255));
        return image.ToBytes(format);
    }

    private static async Task AssertRefusedAsync(LiveClient client, string code)
    {
        Assert.Equal(1008, await client.ClosedAsync());
        Assert.Equal(code, client.Events[^1].GetProperty("code").GetString());
        Assert.EndsWith(".", client.Events[^1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(code, client.Socket.CloseStatusDescription);
    }
}
