using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SignBridge.Web.Tests;

public sealed class PageFilesTests
{
    private static readonly PageFiles Files = new(typeof(PageFilesTests).Assembly);

    [Theory]
    [InlineData(null, "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("index.html", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("js/main.js", "text/javascript; charset=utf-8", "export const")]
    public async Task Get_FileOfThePage_GivesItWithItsType(string? path, string type, string start)
    {
        var (context, body) = await GetAsync(path);

        Assert.Equal((200, type), (context.Response.StatusCode, context.Response.ContentType));
        Assert.StartsWith(start, body, StringComparison.Ordinal);
        Assert.Equal("no-cache", context.Response.Headers.CacheControl);
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHas_IsNotSentAgain()
    {
        var (first, _) = await GetAsync("js/main.js");
        var (second, body) = await GetAsync("js/main.js", first.Response.Headers.ETag);

        Assert.Equal((304, ""), (second.Response.StatusCode, body));
    }

    [Theory]
    [InlineData("js")]
    [InlineData("js/")]
    [InlineData("../wwwroot/index.html")]
    [InlineData("INDEX.HTML")]
    [InlineData("/etc/passwd")]
    public async Task Get_AnythingElse_FindsNothing(string path) => Assert.Equal(404, (await GetAsync(path)).Context.Response.StatusCode);

    private static async Task<(HttpContext Context, string Body)> GetAsync(string? path, string? tag = null)
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = "GET";
        context.Request.Headers.IfNoneMatch = tag;
        context.Response.Body = body;
        await Files.Get(context, path).ExecuteAsync(context);
        return (context, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
