using System.Net;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The real service with a token; its models are never needed, so they are never loaded.</summary>
public sealed class TokenTests(PageBrowser browser) : IAsyncLifetime
{
    private const string Token = "a token – of 24 letters!";
    private WebServer? _server;

    public async ValueTask InitializeAsync() => _server = await WebServer.StartAsync(
        new TaskCompletionSource<Translator>().Task, new ServeOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Token = Token });

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task Token_Needed_IsAskedForAndKeptInTheTab()
    {
        var page = await browser.VisitAsync(_server!.Address);
        await using var closing = page.Context;
        await page.Locator("#toggle").ClickAsync();
        await Expect(page.Locator("#state")).ToHaveTextAsync("Token needed");

        await page.GetByLabel("Access token").FillAsync("not this one, surely");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator("#state")).ToHaveTextAsync("Token refused");

        await page.GetByLabel("Access token").FillAsync(Token);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync("The server is loading its models");

        await page.ReloadAsync();
        await page.Locator("#toggle").ClickAsync();
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync("The server is loading its models");
    }

    [Fact]
    public async Task Token_InTheLink_IsTakenAndLeavesTheAddressBar()
    {
        var page = await browser.VisitAsync(new Uri(_server!.Address, "/#token=" + Uri.EscapeDataString(Token)));
        await using var closing = page.Context;
        await Expect(page).ToHaveURLAsync(_server.Address.ToString());
        await page.Locator("#toggle").ClickAsync();
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync("The server is loading its models");
    }
}
