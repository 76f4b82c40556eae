using OpenCvSharp;

namespace SignBridge.Web.Browser.Tests;

public sealed class FrameTests(PageBrowser browser)
{
    private const int HeaderLength = 16;

    [Fact]
    public async Task Frames_Sent_AreJpegOfTheAnnouncedSizeWithIncreasingNumbersAndTimes()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator("#toggle").ClickAsync();
        var start = await page.NextMessageAsync();
        Assert.Equal(("start", "frames", 640, 480), ((string?)start["type"], (string?)start["source"], (int?)start["width"], (int?)start["height"]));
        page.SendOpened();

        var time = 0.0;
        for (uint number = 1; number <= 5; number++)
        {
            var frame = await page.NextFrameAsync();
            Assert.Equal([1, 0, 0, 0], frame[..4]);
            Assert.Equal(number, ScriptedPage.NumberOf(frame));
            Assert.True(ScriptedPage.TimeOf(frame) > time);
            time = ScriptedPage.TimeOf(frame);
            using var image = Cv2.ImDecode(frame[HeaderLength..], ImreadModes.Color);
            Assert.Equal(new Size(640, 480), image.Size());
        }
    }

    [Fact]
    public async Task Frames_MirroredSelfView_AreNotMirrored()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await Expect(page.Page.Locator("#view")).ToHaveCSSAsync("transform", "matrix(-1, 0, 0, 1, 0, 0)");
        var frame = await page.NextFrameAsync();
        using var image = Cv2.ImDecode(frame[HeaderLength..], ImreadModes.Grayscale);
        using var left = image[new Rect(0, 0, 300, 480)];
        using var right = image[new Rect(340, 0, 300, 480)];
        Assert.True(Cv2.Mean(left).Val0 > 200);
        Assert.True(Cv2.Mean(right).Val0 < 50);
    }

    [Fact]
    public async Task Frames_NoneAcknowledged_AreNoMoreThanTheServerAllows()
    {
        await using var page = await browser.OpenAsync();
        page.Acknowledges = false;
        await page.StartAsync();
        for (uint number = 1; number <= ScriptedPage.MaxInFlight; number++)
            Assert.Equal(number, ScriptedPage.NumberOf(await page.NextFrameAsync()));

        // Had the page gone on, it would have sent the fourth while the camera showed these.
        await page.Page.EvaluateAsync("() => new Promise(done => { let left = 8; const next = () => left-- > 0 ? video.requestVideoFrameCallback(next) : done(); const video = document.querySelector('video'); next(); })");
        page.Send("text.partial", new { utterance = 0, text = "still here", start = 0.2, end = 0.5 });
        await Expect(page.Page.Locator("#tentative")).ToHaveTextAsync("still here");
        Assert.False(page.HasFrame);

        page.Acknowledge(1);
        Assert.Equal(ScriptedPage.MaxInFlight + 1u, ScriptedPage.NumberOf(await page.NextFrameAsync()));
    }

    [Fact]
    public async Task Readout_FramesAcknowledged_ShowsRateAndLatency()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await Expect(page.Page.Locator("#rate")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+\.\d$"));
        await Expect(page.Page.Locator("#latency")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+$"));
    }
}
