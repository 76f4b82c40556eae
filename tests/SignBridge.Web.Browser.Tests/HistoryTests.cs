namespace SignBridge.Web.Browser.Tests;

public sealed class HistoryTests(PageBrowser browser)
{
    private static readonly Caption[] Captions =
    [
        new(TimeSpan.FromSeconds(0.1334), TimeSpan.FromSeconds(1.867), "Who is crying?"),
        new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.2), "A cat & a <dog>\n\nwalk very slowly to the farm today"),
        new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.4), "Yes."),
        new(TimeSpan.FromSeconds(3725.5), TimeSpan.FromSeconds(3726), "Please wait."),
    ];

    [Theory]
    [InlineData("toVtt")]
    [InlineData("toSrt")]
    public async Task Subtitles_OfThePage_AreThoseOfTheProgram(string format)
    {
        await using var page = await browser.OpenAsync();
        var written = await page.Page.EvaluateAsync<string>(
            "async ([format, captions]) => (await import('/js/subtitles.js'))[format](captions)",
            new object[] { format, Captions.Select(c => new { start = c.Start.TotalSeconds, end = c.End.TotalSeconds, text = c.Text }).ToArray() });
        Assert.Equal(format == "toVtt" ? Subtitles.ToVtt(Captions) : Subtitles.ToSrt(Captions), written);
    }

    [Fact]
    public async Task History_SeveralSentences_AreCopiedOneByOneOrTogether()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        page.SendUtterance(1, "Who is crying?", 2.2, 3.5, "who", "cry");
        await Expect(page.Page.Locator("#utterances .signed")).ToHaveTextAsync(["who cry", "please wait"]);

        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Copy “Please wait.”" }).ClickAsync();
        Assert.Equal("Please wait.", await ClipboardAsync(page));
        await page.Page.Locator("#copy-all").ClickAsync();
        await Expect(page.Page.Locator("#toast")).ToHaveTextAsync("Copied");
        Assert.Equal("Please wait.\nWho is crying?", await ClipboardAsync(page));
    }

    [Fact]
    public async Task History_Cleared_OffersNothingToDownload()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "Please wait.", 0.2, 1.5, "please", "wait");
        await Expect(page.Page.Locator("#download-vtt")).ToBeEnabledAsync();
        await page.Page.Locator("#clear").ClickAsync();
        await Expect(page.Page.Locator("#utterances > li")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("#download-vtt")).ToBeDisabledAsync();
    }

    private static Task<string> ClipboardAsync(ScriptedPage page) => page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
}
