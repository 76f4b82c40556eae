using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SignBridge.Web.Browser.Tests;

/// <summary>A sign is taught in the page: nothing between the camera and the folder of signs is replaced.</summary>
[Collection("real service")]
public sealed class TeachTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const float Patience = 60_000;

    [Fact]
    public async Task Sign_ShownToTheCamera_IsListedExportedAndRemoved()
    {
        await using var context = await site.NewContextAsync(1280, 800, 1);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (!message.Text.Contains("422", StringComparison.Ordinal)) // a recording without hands, which the page told
                complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(site.Address.ToString());

        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Name").FillAsync("kai");
        await RecordAsync(page, "1 example");
        await RecordAsync(page, "2 examples");
        Assert.Equal(["kai.json"], site.SignFiles);

        var exported = await page.RunAndWaitForDownloadAsync(() => page.GetByLabel("Export “kai”").ClickAsync());
        Assert.Equal("kai.json", exported.SuggestedFilename);
        await page.GetByLabel("Remove “kai”").ClickAsync();
        await Expect(page.Locator("#taught li")).ToHaveCountAsync(0);
        Assert.Empty(site.SignFiles);

        await page.Locator("#import-file").SetInputFilesAsync(await exported.PathAsync());
        await Expect(page.Locator("#taught li")).ToContainTextAsync("kai2 examples");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#teach")).ToBeHiddenAsync();
        Assert.Null(await page.Locator("#teach-video").EvaluateAsync<object?>("video => video.srcObject"));
        Assert.Empty(complaints);
    }

    /// <summary>Records until an example is taken: between two rounds of the film nobody signs, and such a recording is refused.</summary>
    private static async Task RecordAsync(IPage page, string expected)
    {
        var count = page.Locator("#taught small").Filter(new() { HasTextRegex = new Regex($"^{expected}$") });
        for (var attempt = 0; attempt < 8 && await count.CountAsync() == 0; attempt++)
        {
            await page.Keyboard.PressAsync("Enter"); // in the name
            await Expect(page.Locator("#teach-status")).ToContainTextAsync("Get ready");
            await Expect(page.Locator("#teach-record")).ToBeEnabledAsync(new() { Timeout = Patience });
        }

        await Expect(count).ToHaveCountAsync(1);
    }
}
