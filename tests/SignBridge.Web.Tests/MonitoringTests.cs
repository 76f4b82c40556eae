using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SignBridge.Web.Tests;

public sealed class MonitoringTests(ShippedModels models) : WebTest(models)
{
    [Fact]
    public async Task Ready_SaysWhetherTheModelsAreLoaded()
    {
        var loading = new TaskCompletionSource<Translator>();
        await StartAsync(loading.Task);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/ready"));
        loading.SetResult(Models.Translator);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/ready"));
    }

    [Fact]
    public async Task Metrics_HaveTheStagesAndTheSessions()
    {
        await StartAsync(Loopback with { Live = new LiveLimits { Sessions = 1 } });
        using var client = await LiveClient.StartPosesAsync(Server.Address);
        await client.SendAsync(LiveClient.Poses("where-dog").Take(5));
        await client.UntilAsync(() => client.Acknowledgements.Count > 0);
        using var refused = await LiveClient.ConnectAsync(Server.Address);
        await refused.SendAsync("""{"type":"start","source":"frames","width":640,"height":480}""");
        await refused.ClosedAsync();

        var metrics = await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Token);

        var lines = metrics.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("signbridge_stage_items_total{", StringComparison.Ordinal) && l.Contains("stage=\"recognition\"", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("signbridge_stage_work_duration_seconds_bucket{", StringComparison.Ordinal) && l.Contains("le=\"0.0005\"", StringComparison.Ordinal));
        // At least one: servers of other tests in this process have meters of the same name.
        Assert.Contains(lines, l => Regex.IsMatch(l, @"^signbridge_sessions_active\{.*\} [1-9]"));
        Assert.Contains(lines, l => Regex.IsMatch(l, @"^signbridge_sessions_refused_total\{.*\} [1-9]"));
        Assert.Contains(lines, l => l.StartsWith("kestrel_active_connections{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApi_DescribesEveryRoute()
    {
        await StartAsync();

        var paths = JsonDocument.Parse(await Http.GetStringAsync(new Uri("/v1/openapi.json", UriKind.Relative), Token)).RootElement.GetProperty("paths");

        Assert.Equal(["/health", "/ready", "/v1/asyncapi.json", "/v1/live", "/v1/signs", "/v1/signs/{name}", "/v1/signs/{name}/examples", "/v1/translate"], paths.EnumerateObject().Select(p => p.Name).Order());
        var translate = paths.GetProperty("/v1/translate").GetProperty("post");
        Assert.Equal(["format", "mode"], translate.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(
            ["application/json", "application/x-subrip", "text/vtt"],
            translate.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(c => c.Name));
    }

    [Fact]
    public async Task AsyncApi_HasAMessageForEveryType()
    {
        await StartAsync();

        var document = JsonDocument.Parse(await Http.GetStringAsync(new Uri("/v1/asyncapi.json", UriKind.Relative), Token)).RootElement;

        Assert.Equal("3.0.0", document.GetProperty("asyncapi").GetString());
        Assert.Equal("/v1/live", document.GetProperty("channels").GetProperty("live").GetProperty("address").GetString());
        // What the server really sends is compared with the schemas in every test of a session.
        foreach (var operation in document.GetProperty("operations").EnumerateObject())
        {
            foreach (var message in operation.Value.GetProperty("messages").EnumerateArray())
            {
                var name = message.GetProperty("$ref").GetString()!.Split('/')[^1];
                Assert.True(document.GetProperty("components").GetProperty("messages").TryGetProperty(name, out _), name);
                Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _), name);
            }
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Token);
        return answer.StatusCode;
    }
}
