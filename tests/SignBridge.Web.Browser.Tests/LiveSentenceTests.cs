using SignBridge.Testing;

namespace SignBridge.Web.Browser.Tests;

/// <summary>From the camera of a browser to a caption: nothing between them is replaced.</summary>
[Collection("real service")] // one after another: each needs the whole machine
public sealed class LiveSentenceTests(LiveSite site) : IClassFixture<LiveSite>
{
    // The film lasts six seconds. A machine that loses frames may misread it, and gets more chances.
    private const float Patience = 240_000;

    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("SIGNBRIDGE_SCREENSHOTS");

    [Theory]
    [InlineData("live-desktop", 1280, 800, 1)]
    [InlineData("live-phone", 390, 844, 2)]
    public async Task Signing_BeforeTheCamera_IsReadInTheLiveRegionAndKept(string name, int width, int height, float scale)
    {
        var context = await site.NewContextAsync(width, height, scale);
        await using var closing = context;
        // Chromium names its fake camera by the path of the film, which is of no use in a screenshot.
        await context.AddInitScriptAsync("Object.defineProperty(MediaDeviceInfo.prototype, 'label', { get: () => 'Integrated camera' })");
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(site.Address.ToString());

        await page.Locator("#toggle").ClickAsync();
        await Expect(page.Locator("#finals")).ToContainTextAsync(LiveSite.Sample.Text, new() { Timeout = Patience });
        await Expect(page.Locator("#utterances > li").Filter(new() { HasText = LiveSite.Sample.Text }).Locator(".signed").First).ToHaveTextAsync("where dog");
        Assert.True(await page.EvaluateAsync<bool>("() => new Uint32Array(document.querySelector('#skeleton').getContext('2d').getImageData(0, 0, 1280, 960).data.buffer).some(pixel => pixel !== 0)"));
        await Expect(page.Locator("#rate")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9]"));
        if (Screenshots is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, Screenshots, name + ".png") });

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#download-vtt").ClickAsync());
        Assert.EndsWith(".vtt", download.SuggestedFilename, StringComparison.Ordinal);
        using var subtitles = new StreamReader(await download.CreateReadStreamAsync());
        var text = await subtitles.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("WEBVTT\n\n", text, StringComparison.Ordinal);
        Assert.Contains("\n" + LiveSite.Sample.Text + "\n", text, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator("#state")).ToHaveTextAsync("Ready", new() { Timeout = 30_000 });
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Connection_CutWhileSigning_ResumesTheSessionAndTheSentenceComes()
    {
        await using var network = new CutConnection(site.Address);
        await using var context = await site.NewContextAsync(1280, 800, 1);
        var page = await context.NewPageAsync();
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Text is { } text && text.StartsWith('{'))
                sent.Enqueue(text);
        };
        await page.GotoAsync(network.Address.ToString());
        await page.Locator("#toggle").ClickAsync();
        await Expect(page.Locator("#glosses > li").First).ToBeVisibleAsync(new() { Timeout = Patience });

        network.Cut();
        await Expect(page.Locator("#finals")).ToContainTextAsync(LiveSite.Sample.Text, new() { Timeout = Patience });
        Assert.Equal(["start", "resume"], sent.Select(message => (string?)System.Text.Json.Nodes.JsonNode.Parse(message)!["type"]));
    }
}
