using System.Text.Json.Nodes;

namespace SignBridge.Web.Browser.Tests;

public sealed class ConnectionTests(PageBrowser browser)
{
    private const int GoingAway = 1001;
    private const int PolicyViolation = 1008;
    private const int ServerFault = 1011;
    private const int TryAgainLater = 1013;

    [Fact]
    public async Task Connection_Lost_ResumesAfterTheLastEventAndRepeatsNothing()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        await Expect(page.Finals).ToHaveTextAsync("Please wait.");
        await page.CloseAsync(GoingAway);
        await Expect(page.State).ToHaveTextAsync("Reconnecting");

        var resume = await page.NextMessageAsync();
        Assert.Equal(("resume", "s1", 3), ((string?)resume["type"], (string?)resume["session"], (int?)resume["after"]));
        page.SendRaw(new JsonObject { ["type"] = "session.opened", ["resumed"] = true, ["frame"] = 0, ["acknowledged"] = 0, ["session"] = "s1", ["fps"] = 15, ["maxInFlight"] = 3 });
        page.SendRaw(new JsonObject { ["seq"] = 3, ["type"] = "text.final", ["utterance"] = 0, ["text"] = "Please wait.", ["start"] = 0.2, ["end"] = 1.5 });
        page.SendUtterance(1, "Who is crying?", 2.2, 3.5, "who", "cry");
        await Expect(page.State).ToHaveTextAsync("Live");
        await Expect(page.Page.Locator("#utterances p:not(.signed)")).ToHaveTextAsync(["Who is crying?", "Please wait."]);

        var before = await page.NextFrameAsync();
        var after = await page.NextFrameAsync();
        Assert.True(ScriptedPage.NumberOf(after) > ScriptedPage.NumberOf(before));
    }

    [Fact]
    public async Task Resume_TooLate_StartsAnotherSessionAndKeepsTheHistory()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        await Expect(page.Finals).ToHaveTextAsync("Please wait.");
        await page.CloseAsync(GoingAway);
        Assert.Equal("resume", (string?)(await page.NextMessageAsync())["type"]);
        page.Send("error", new { code = "unknown-session", message = "The session is over: start a new one." });
        await page.CloseAsync(PolicyViolation);

        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
        page.SendOpened();
        await Expect(page.State).ToHaveTextAsync("Live");
        await Expect(page.Page.Locator("#utterances > li")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(TryAgainLater, "Server full", "All places are taken")]
    [InlineData(ServerFault, "Stopped", "Something went wrong on the server")]
    public async Task Session_ClosedByTheServer_SaysWhyAndOffersToStartAgain(int code, string state, string title)
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await page.CloseAsync(code);
        await Expect(page.State).ToHaveTextAsync(state);
        await Expect(page.Page.Locator("#panel-title")).ToHaveTextAsync(title);
        Assert.True(await IsCameraOffAsync(page));

        await page.Page.Locator("#panel-action").ClickAsync();
        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
    }

    [Fact]
    public async Task Error_FromTheServer_IsShownInItsWords()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.Send("error", new { code = "malformed-message", message = "The image cannot be decoded: send JPEG." });
        await page.CloseAsync(PolicyViolation);
        await Expect(page.Page.Locator("#panel-text")).ToHaveTextAsync("The image cannot be decoded: send JPEG.");
    }

    [Fact]
    public async Task Session_Idle_CanBeTakenUpAgain()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.Send("session.closed", new { reason = "idle" });
        await Expect(page.State).ToHaveTextAsync("Paused");
        await page.Page.Locator("#panel-action").ClickAsync();
        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
    }

    [Fact]
    public async Task Stop_InTheMiddleOfASentence_TurnsTheCameraOffAndTakesTheLastEvents()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        await page.Page.Locator("#toggle").ClickAsync();
        Assert.Equal("stop", (string?)(await page.NextMessageAsync())["type"]);
        await Expect(page.State).ToHaveTextAsync("Finishing");
        Assert.True(await IsCameraOffAsync(page));

        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        page.Send("session.closed", new { reason = "stopped" });
        await Expect(page.State).ToHaveTextAsync("Ready");
        await Expect(page.Finals).ToHaveTextAsync("Please wait.");
    }

    internal static Task<bool> IsCameraOffAsync(ScriptedPage page) => page.Page.EvaluateAsync<bool>("() => document.querySelector('video').srcObject === null");
}
