using Microsoft.Extensions.Time.Testing;

namespace SignBridge.Translation.Tests;

public sealed class ChatClientEndpointTests
{
    private const string Key = "sk-secret-0123456789";

    [Fact]
    public async Task Connect_GoodStream_GivesTheSentence()
    {
        await using var endpoint = new LoopbackEndpoint((200, LoopbackEndpoint.Stream("Mom likes", " a cat.")));
        using var translator = Connect(endpoint.Address);

        var updates = await translator.UpdatesAsync(Glosses.Parse("mom like cat"));

        Assert.Equal(["Mom likes", "Mom likes a cat.", "Mom likes a cat."], updates.Select(u => u.Text));
        var (path, body, authorization) = Assert.Single(endpoint.Requests);
        Assert.Equal("/v1/chat/completions", path);
        Assert.Contains("mom like cat", body, StringComparison.Ordinal);
        Assert.Contains("\"temperature\":0", body, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Key}", authorization);
        Assert.Equal("m", translator.Name);
    }

    [Fact]
    public async Task Connect_FailureInPassing_IsRetried()
    {
        await using var endpoint = new LoopbackEndpoint((500, "{}"), (200, LoopbackEndpoint.Stream("Mom likes a cat.")));
        using var translator = Connect(endpoint.Address, retries: 1);

        Assert.Equal(new TranslationUpdate("Mom likes a cat.", IsFinal: true), await translator.FinalAsync("mom like cat"));
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Connect_WrongKey_IsSaidWithoutTheKey()
    {
        await using var endpoint = new LoopbackEndpoint((401, $"{{\"error\":{{\"message\":\"Incorrect API key provided: {Key}\",\"type\":\"x\"}}}}"));
        using var translator = Connect(endpoint.Address);

        var final = await translator.FinalAsync("mom like cat");

        ChatClientTranslatorTests.AssertUnavailable(final, "it answered with status 401");
        Assert.DoesNotContain(Key, final.ToString(), StringComparison.Ordinal);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Connect_FailureThatStays_GivesThePlainGlosses()
    {
        await using var endpoint = new LoopbackEndpoint((503, "{}"), (503, "{}"));
        using var translator = Connect(endpoint.Address, retries: 1);

        ChatClientTranslatorTests.AssertUnavailable(await translator.FinalAsync("mom like cat"), "it answered with status 503");
    }

    [Theory]
    [InlineData("data: {\"choices\": garbage\n\n", "not that of an OpenAI-compatible endpoint")]
    [InlineData("data: {\"choices\": 5}\n\n", "not that of an OpenAI-compatible endpoint")]
    [InlineData("<html>It works!</html>", "it answered nothing")]
    [InlineData("", "it answered nothing")]
    public async Task Connect_Garbage_GivesThePlainGlosses(string body, string said)
    {
        await using var endpoint = new LoopbackEndpoint((200, body));
        using var translator = Connect(endpoint.Address);

        ChatClientTranslatorTests.AssertUnavailable(await translator.FinalAsync("mom like cat"), said);
    }

    [Fact]
    public async Task Connect_EndpointThatHangs_GivesThePlainGlossesAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        await using var endpoint = new LoopbackEndpoint();
        using var translator = Connect(endpoint.Address, time: time);

        var translation = translator.FinalAsync("mom like cat");
        await endpoint.Hanging;
        time.Advance(TimeSpan.FromSeconds(10));

        ChatClientTranslatorTests.AssertUnavailable(await translation, "it did not answer within 10 s");
    }

    [Fact]
    public async Task Connect_NobodyListens_GivesThePlainGlosses()
    {
        using var translator = Connect(new Uri($"http://127.0.0.1:{LoopbackEndpoint.FreePort()}/v1"));

        ChatClientTranslatorTests.AssertUnavailable(await translator.FinalAsync("mom like cat"), "it cannot be reached");
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    public void Connect_AddressThatIsNotHttp_IsRefused(string address) =>
        Assert.Equal(FailureKind.Input, Assert.Throws<SignBridgeException>(() => Connect(new Uri(address))).Kind);

    private static ChatClientTranslator Connect(Uri address, int retries = 0, TimeProvider? time = null) => ChatClientTranslator.Connect(
        address, "m", Key, new ChatClientTranslatorOptions { Retries = retries, Time = time ?? TimeProvider.System });
}
