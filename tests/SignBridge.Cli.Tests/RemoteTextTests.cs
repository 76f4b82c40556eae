using System.Text;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class RemoteTextTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Llm_ThatAnswers_WritesTheSentence()
    {
        using var server = new LoopbackServer(_ => (200, Stream("Where's ", "the dog?")), "text/event-stream");
        var run = (await TranslateAsync(server.Address, "--llm-model", "tiny")).AssertSucceeded();
        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal("Where's the dog?", result.Text());
        Assert.Equal("tiny", result.GetProperty("models").GetProperty("translation").GetString());
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", request, StringComparison.Ordinal);
        Assert.Contains("where dog", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Llm_ThatIsDead_LeavesTheGlossesWithANotice()
    {
        var run = (await TranslateAsync(LoopbackServer.DeadAddress())).AssertSucceeded();
        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal("Where dog.", result.Text());
        Assert.Equal(["llm-unavailable"], result.NoticeCodes());
        Assert.Contains("could not be used", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Llm_ThatRefuses_LeavesTheGlossesWithANotice()
    {
        using var server = new LoopbackServer(_ => (401, "{}"u8.ToArray()), "application/json");
        var run = (await TranslateAsync(server.Address)).AssertSucceeded();
        Assert.Equal("Where dog.", run.Results[0].Text());
        Assert.Contains("status 401", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static byte[] Stream(params string[] pieces) => Encoding.UTF8.GetBytes(string.Concat(
        pieces.Select(p => $$"""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"tiny","choices":[{"index":0,"delta":{"role":"assistant","content":"{{p}}"},"finish_reason":null}]}""" + "\n\n")
            .Append("data: [DONE]\n\n")));

    private Task<CliResult> TranslateAsync(Uri address, params string[] more) => CliProcess.RunAsync(
        _folder, ["translate", SampleClip.Named("where-dog").Poses, "--llm", new Uri(address, "v1").ToString(), "--format", "json", "--device", "cpu", .. more]);
}
