namespace SignBridge.Web.Browser.Tests;

public sealed class CameraTests(PageBrowser browser)
{
    [Fact]
    public async Task Camera_Denied_SaysHowToAllowIt()
    {
        await using var page = await browser.OpenAsync(withCamera: false);
        await page.Page.Locator("#toggle").ClickAsync();
        await Expect(page.State).ToHaveTextAsync("No camera access");
        await Expect(page.Page.Locator("#panel-text")).ToContainTextAsync("Allow the camera");
    }

    [Fact]
    public async Task Camera_UnpluggedAndPluggedInAgain_FinishesTheSentenceAndGoesOnByItself()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await page.Page.EvaluateAsync("() => document.querySelector('video').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))");
        Assert.Equal("stop", (string?)(await page.NextMessageAsync())["type"]);
        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        page.Send("session.closed", new { reason = "stopped" });
        await Expect(page.State).ToHaveTextAsync("Camera unplugged");
        await Expect(page.Finals).ToHaveTextAsync("Please wait.");

        await page.Page.EvaluateAsync("() => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
    }

    [Fact]
    public async Task CameraPicker_OnceAllowed_NamesTheCameras()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await Expect(page.Page.GetByLabel("Camera", new() { Exact = true }).Locator("option")).ToHaveCountAsync(1);
        await Expect(page.Page.GetByLabel("Camera", new() { Exact = true })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Camera_Turned_GoesOnInASessionOfTheOtherSize()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await page.Page.EvaluateAsync(
            """
            () => {
              const portrait = document.createElement('canvas');
              portrait.width = 480;
              portrait.height = 640;
              portrait.getContext('2d').fillRect(0, 0, 480, 640);
              document.querySelector('video').srcObject = portrait.captureStream(15);
            }
            """);
        Assert.Equal("stop", (string?)(await page.NextMessageAsync())["type"]);
        page.Send("session.closed", new { reason = "stopped" });
        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
    }
}
