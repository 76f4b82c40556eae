using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The rules of axe-core: roles, names, contrast, landmarks.</summary>
public sealed class AccessibilityTests(PageBrowser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "standard", 1280, 800)]
    [InlineData(ColorScheme.Dark, "standard", 1280, 800)]
    [InlineData(ColorScheme.Light, "high", 1280, 800)]
    [InlineData(ColorScheme.Dark, "high", 390, 844)]
    [InlineData(ColorScheme.Light, "standard", 390, 844)]
    public async Task Page_InUse_BreaksNoRule(ColorScheme scheme, string contrast, int width, int height)
    {
        await using var page = await browser.OpenAsync();
        await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.Page.SetViewportSizeAsync(width, height);
        await AssertNoViolationAsync(page);

        await page.StartAsync();
        page.SendUtterance(0, "The bird is going to the [?].", 0.2, 1.5, "bird", "go", "?");
        page.Send("gloss.partial", new { utterance = 1, committed = new[] { ScriptedPage.Gloss("who") }, partial = new[] { ScriptedPage.Gloss("cry") }, end = (string?)null });
        page.Send("text.partial", new { utterance = 1, text = "Who", start = 2.2, end = 2.5 });
        page.Send("notice", new { code = "too-dark", message = "Turn on a light.", state = "begins" });
        await Expect(page.Page.Locator("#notices li")).ToHaveCountAsync(1);
        await AssertNoViolationAsync(page);

        await page.Page.Locator("#open-settings").ClickAsync();
        await page.Page.Locator($"input[name=contrast][value={contrast}]").CheckAsync(new() { Force = true });
        await AssertNoViolationAsync(page);
        await page.Page.Keyboard.PressAsync("Escape");
        await AssertNoViolationAsync(page);

        await page.Page.Locator("#open-teach").ClickAsync();
        await Expect(page.Page.Locator("#taught li")).ToHaveCountAsync(2);
        await Expect(page.Page.Locator("#teach-record")).ToBeEnabledAsync();
        await AssertNoViolationAsync(page);
    }

    [Fact]
    public async Task Phone_Portrait_ScrollsInOneDirectionOnly()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.StartAsync();
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static async Task AssertNoViolationAsync(ScriptedPage page)
    {
        var result = await page.Page.RunAxe();
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
    }
}
