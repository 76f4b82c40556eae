[assembly: AssemblyFixture(typeof(SignBridge.Web.Browser.Tests.PageBrowser))]

namespace SignBridge.Web.Browser.Tests;

/// <summary>One Chromium for all tests of the page against a scripted server; its camera shows white on the left and black on the right.</summary>
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
    internal async Task<ScriptedPage> OpenAsync(bool withCamera = true) => await ScriptedPage.OpenAsync(await _chromium.NewContextAsync(new()
    {
        Permissions = withCamera ? ["camera", "clipboard-read", "clipboard-write"] : [],
        ReducedMotion = Microsoft.Playwright.ReducedMotion.Reduce,
    }));
}
