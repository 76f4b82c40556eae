using Microsoft.Playwright;

namespace SignBridge.Web.Browser.Tests;

public sealed class CaptionTests(PageBrowser browser)
{
    [Fact]
    public async Task Captions_PartialThenFinal_ScreenReadersHearTheFinalOnly()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.Send("text.partial", new { utterance = 0, text = "Where is", start = 0.2, end = 0.5 });
        await Expect(page.Page.Locator("#tentative")).ToHaveTextAsync("Where is");
        await Expect(page.Page.Locator("#tentative")).ToHaveAttributeAsync("aria-hidden", "true");
        await Expect(page.Finals).ToBeEmptyAsync();

        page.SendUtterance(0, "Where is the dog?", 0.2, 1.5, "where", "dog");
        await Expect(page.Finals).ToHaveTextAsync("Where is the dog?");
        await Expect(page.Finals).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(page.Page.Locator("#tentative")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Glosses_PartialAndUnknown_AreMarkedAsSuch()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.Send("gloss.partial", new { utterance = 0, committed = new[] { ScriptedPage.Gloss("bird"), ScriptedPage.Gloss("?") }, partial = new[] { ScriptedPage.Gloss("go") }, end = (string?)null });
        var glosses = page.Page.Locator("#glosses > li");
        await Expect(glosses).ToHaveTextAsync(["bird90 %", "not recognised", "go90 %tentative"]);
        await Expect(glosses.Nth(0)).Not.ToHaveClassAsync("gloss partial");
        await Expect(glosses.Nth(1)).ToHaveClassAsync("gloss unknown");
        await Expect(glosses.Nth(2)).ToHaveClassAsync("gloss partial");
    }

    [Fact]
    public async Task Captions_SignNotRecognised_StaysVisibleInTheSentence()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "The bird is going to the [?].", 0.2, 1.5, "bird", "go", "?");
        await Expect(page.Finals).ToHaveTextAsync("The bird is going to the [?].");
        await Expect(page.Finals.GetByTitle("a sign that was not recognised")).ToHaveTextAsync("[?]");
    }

    [Fact]
    public async Task Notice_BeginsAndEnds_IsShownWhileItLasts()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        var notices = page.Page.GetByRole(AriaRole.Status, new() { Name = "Notices" });
        page.Send("notice", new { code = "too-dark", message = "Turn on a light.", state = "begins" });
        page.Send("notice", new { code = "not-recognised", message = "Sign once more.", state = "once" });
        await Expect(notices.Locator("li")).ToHaveTextAsync(["Turn on a light.", "Sign once more."]);

        page.Send("notice", new { code = "too-dark", message = "Turn on a light.", state = "ends" });
        await Expect(notices.Locator("li")).ToHaveTextAsync(["Sign once more."]);
        await notices.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(notices.Locator("li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Text_WithMarkup_IsShownAsItIs()
    {
        await using var page = await browser.OpenAsync();
        await page.StartAsync();
        page.SendUtterance(0, "<img src=x onerror=alert(1)>", 0.2, 1.5, "<b>dog</b>");
        await Expect(page.Finals).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Expect(page.Page.Locator("#glosses b")).ToHaveTextAsync("<b>dog</b>");
        Assert.Equal(0, await page.Page.Locator("main img").CountAsync());
    }
}
