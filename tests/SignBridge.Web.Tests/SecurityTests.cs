using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SignBridge.Web.Tests;

public sealed class SecurityTests(ShippedModels models) : WebTest(models)
{
    private const string Token16 = "correct horse battery";

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task Host_OfAnotherName_IsRefused(string host, HttpStatusCode expected)
    {
        await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.Host = $"{host}:{Server.Address.Port}";

        using var answer = await Http.SendAsync(request, Token);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://SELF", true)]
    [InlineData("https://friend.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("null", false)]
    public async Task Origin_OfAnotherPage_MayNeitherPostNorConnect(string? origin, bool allowed)
    {
        await StartAsync(Loopback with { AllowedOrigins = [new Uri("https://friend.example")] });
        origin = origin?.Replace("SELF", Server.Address.Authority, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/translate") { Content = new ByteArrayContent([0]) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var answer = await Http.SendAsync(request, Token);
        Assert.Equal(allowed ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.Forbidden, answer.StatusCode);

        var connecting = LiveClient.ConnectAsync(Server.Address, socket =>
        {
            if (origin is not null)
                socket.SetRequestHeader("Origin", origin);
        });
        if (allowed)
            (await connecting).Dispose();
        else
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    [Theory]
    [InlineData("https://friend.example", "https://friend.example")]
    [InlineData("https://evil.example", null)]
    public async Task CrossOriginPreflight_IsAnsweredForAllowedOriginsOnly(string origin, string? allowed)
    {
        await StartAsync(Loopback with { Token = Token16, AllowedOrigins = [new Uri("https://friend.example")] });
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/translate");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");

        using var answer = await Http.SendAsync(request, Token);

        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null);
    }

    [Theory]
    [InlineData("/v1/translate")]
    [InlineData("/v1/signs")]
    [InlineData("/metrics")]
    public async Task Token_WhereThereIsOne_IsWanted(string path)
    {
        await StartAsync(Loopback with { Token = Token16 });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("Bearer wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("Basic " + Token16));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync("Bearer " + Token16));

        async Task<HttpStatusCode> StatusAsync(string? authorization)
        {
            using var request = new HttpRequestMessage(path == "/metrics" ? HttpMethod.Get : HttpMethod.Post, path);
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var answer = await Http.SendAsync(request, Token);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Token_OfAWebSocket_IsAHeaderOrASubprotocol()
    {
        await StartAsync(Loopback with { Token = Token16 });

        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(Server.Address));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(Server.Address, o => o.AddSubProtocol(Subprotocol("wrong"))));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(Server.Address, o => o.AddSubProtocol("signbridge.token.A")));
        using var browser = await LiveClient.ConnectAsync(Server.Address, o => o.AddSubProtocol(Subprotocol(Token16)));
        Assert.Equal("signbridge.v1", browser.Socket.SubProtocol); // the token is not sent back
        using var program = await LiveClient.ConnectAsync(Server.Address, o => o.SetRequestHeader("Authorization", "Bearer " + Token16));

        static string Subprotocol(string token) => "signbridge.token." + WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    [InlineData("/v1/openapi.json")]
    [InlineData("/v1/asyncapi.json")]
    public async Task Token_IsNotWanted_ForWhatTellsNothing(string path)
    {
        await StartAsync(Loopback with { Token = Token16 });

        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/nothing-here")]
    [InlineData("/v1/translate")]
    public async Task Headers_AreOnEveryAnswer(string path)
    {
        await StartAsync();

        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("require-corp", Assert.Single(answer.Headers.GetValues("Cross-Origin-Embedder-Policy")));
        Assert.StartsWith("camera=(self)", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/../README.md")]
    [InlineData("/..%2f..%2fREADME.md")]
    [InlineData("/%2e%2e/SignBridge.Web.dll")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/wwwroot/index.html")]
    public async Task Path_ThatIsNoFileOfThePage_FindsNothing(string path)
    {
        await StartAsync();
        // HttpClient would tidy the path up.
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(Server.Address.Host, Server.Address.Port, Token);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nConnection: close\r\n\r\n"), Token);
        using var reader = new StreamReader(socket.GetStream());

        Assert.Equal("HTTP/1.1 404 Not Found", await reader.ReadLineAsync(Token));
    }

    [Theory]
    [InlineData("127.0.0.1", null, false, null)]
    [InlineData("::1", null, false, null)]
    [InlineData("0.0.0.0", null, false, "set a token")]
    [InlineData("192.168.1.2", null, false, "set a token")]
    [InlineData("192.168.1.2", null, true, null)]
    [InlineData("192.168.1.2", Token16, false, null)]
    [InlineData("127.0.0.1", "short", false, "can be guessed")]
    public void Risk_OfAnOpenAddress_IsSaid(string address, string? token, bool insecure, string? expected)
    {
        var options = new ServeOptions { Listen = new IPEndPoint(IPAddress.Parse(address), 0), Token = token, Insecure = insecure };

        if (expected is null)
            Assert.Null(options.Risk);
        else
            Assert.Contains(expected, options.Risk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithARisk_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => WebServer.StartAsync(new TaskCompletionSource<Translator>().Task, new ServeOptions { Listen = new IPEndPoint(IPAddress.Any, 0) }));

    [Fact]
    public async Task Live_WithoutAWebSocketOrItsSubprotocol_IsAProblem()
    {
        await StartAsync();
        using var answer = await Http.GetAsync(new Uri("/v1/live", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);

        using var client = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync(new UriBuilder(Server.Address) { Scheme = "ws", Path = "/v1/live" }.Uri, Token));
    }
}
