namespace SignBridge.Web.Browser.Tests;

public sealed class KeyboardTests(PageBrowser browser)
{
    [Fact]
    public async Task Shortcuts_AllOfThem_AreListedByTheQuestionMark()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Keyboard.PressAsync("?");
        await Expect(page.Page.Locator("#shortcuts")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("#shortcuts kbd")).ToHaveTextAsync(["S", "C", "H", "+", "−", "N", "T", "M", "K", ",", "?", "Esc"]);
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#shortcuts")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Shortcut_S_StartsAndStops()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Keyboard.PressAsync("s");
        Assert.Equal("start", (string?)(await page.NextMessageAsync())["type"]);
        page.SendOpened();
        await Expect(page.State).ToHaveTextAsync("Live");
        await page.Page.Keyboard.PressAsync("s");
        Assert.Equal("stop", (string?)(await page.NextMessageAsync())["type"]);
    }

    [Fact]
    public async Task Shortcuts_OfAppearance_ChangeItAndAreKept()
    {
        await using var page = await browser.OpenAsync();
        var root = page.Page.Locator("html");
        foreach (var key in (string[])["t", "+", "m", "k"])
            await page.Page.Keyboard.PressAsync(key);
        await page.Page.ReloadAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(root).ToHaveAttributeAsync("data-size", "4");
        await Expect(root).ToHaveAttributeAsync("data-mirrored", "false");
        await Expect(root).ToHaveAttributeAsync("data-skeleton", "false");
    }

    [Fact]
    public async Task Shortcuts_TurnedOff_DoNothing()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Keyboard.PressAsync(",");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Switch, new() { Name = "Single-key shortcuts" }).UncheckAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("t");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "system");
    }

    [Fact]
    public async Task Tab_FromTheTop_ReachesEveryControlInOrderWithVisibleFocus()
    {
        await using var page = await browser.OpenAsync();
        string[] controls = ["skip", "open-teach", "theme", "open-settings", "open-shortcuts", "panel-action", "toggle", "mirror", "toggle-skeleton"];
        foreach (var control in controls)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            Assert.Equal(control, await page.Page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.className"));
            Assert.Equal("solid", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        }
    }
}
