using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SignBridge.Web.Browser.Tests.PageBrowser))]

namespace SignBridge.Web.Browser.Tests;

/// <summary>One Chromium for all tests that need no signer; its camera shows white on the left and black on the right.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private readonly Chromium _chromium = new();

    public async ValueTask InitializeAsync() => await _chromium.StartAsync(film =>
    {
        FakeCamera.WriteHalves(film);
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();

    /// <summary>Opens the page before a server that follows the test's script.</summary>
    internal async Task<ScriptedPage> OpenAsync(bool withCamera = true) => await ScriptedPage.OpenAsync(await NewContextAsync(withCamera));

    /// <summary>Opens the page of a real server.</summary>
    internal async Task<IPage> VisitAsync(Uri address)
    {
        var page = await (await NewContextAsync(withCamera: true)).NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>A context for a page that the test opens itself.</summary>
    internal Task<IBrowserContext> NewContextAsync(bool withCamera) => _chromium.NewContextAsync(new BrowserNewContextOptions
    {
        Permissions = withCamera ? ["camera", "clipboard-read", "clipboard-write"] : [],
        ReducedMotion = ReducedMotion.Reduce,
    });
}
