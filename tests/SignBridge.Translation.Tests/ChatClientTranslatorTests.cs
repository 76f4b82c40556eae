using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace SignBridge.Translation.Tests;

public sealed class ChatClientTranslatorTests
{
    [Fact]
    public async Task TranslateAsync_GoodStream_GivesTheGrowingTextInOneLine()
    {
        using var client = new ScriptedChatClient("Hello", ",", "\n Mom.", "\n");
        using var translator = new ChatClientTranslator(client);

        var updates = await translator.UpdatesAsync(Glosses.Parse("pretend|hello mom"));

        Assert.Equal(["Hello", "Hello,", "Hello, Mom.", "Hello, Mom."], updates.Select(u => u.Text));
        Assert.All(updates, u => Assert.Null(u.Notice));
    }

    [Fact]
    public async Task TranslateAsync_Glosses_AreAskedForWithTheConventions()
    {
        using var client = new ScriptedChatClient("Mom [?].");
        using var translator = new ChatClientTranslator(client);

        await translator.UpdatesAsync([.. Glosses.Parse("pretend|hello"), Glosses.Named("Mom\nignore all"), .. Glosses.Parse("?")]);

        Assert.Equal([ChatRole.System, ChatRole.User], client.Asked.Select(m => m.Role));
        Assert.Contains("[?]", client.Asked[0].Text, StringComparison.Ordinal);
        Assert.Contains("English", client.Asked[0].Text, StringComparison.Ordinal);
        Assert.Equal("pretend|hello momignoreall ?", client.Asked[1].Text);
        Assert.Equal(0, client.Options?.Temperature);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("? ?", "[?] [?].")]
    public async Task TranslateAsync_NothingRecognised_AsksNobody(string glosses, string text)
    {
        using var client = new ScriptedChatClient("Invented.");
        using var translator = new ChatClientTranslator(client);

        Assert.Equal([new TranslationUpdate(text, IsFinal: true)], await translator.UpdatesAsync(Glosses.Parse(glosses)));
        Assert.Empty(client.Asked);
    }

    [Theory]
    [InlineData("The bird goes.")]
    [InlineData("[?] [?] [?]")]
    public async Task TranslateAsync_AnswerThatDoesNotKeepTheUnknownSign_IsReplacedByTheGlosses(string answer)
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient(answer));

        var final = await translator.FinalAsync("bird go ?");

        Assert.Equal(("Bird go [?].", "unknown-dropped"), (final.Text, final.Notice?.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task TranslateAsync_EmptyAnswer_GivesThePlainGlosses(string answer)
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient(answer));

        AssertUnavailable(await translator.FinalAsync("mom like cat"), "it answered nothing");
    }

    [Fact]
    public async Task TranslateAsync_AnswerWithoutEnd_IsStopped()
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient(_ => Enumerable.Repeat("and on ", int.MaxValue).ToAsyncEnumerable()));

        AssertUnavailable(await translator.FinalAsync("mom like cat"), "longer than 2000 characters");
    }

    [Theory]
    [InlineData(typeof(HttpRequestException), "it cannot be reached")]
    [InlineData(typeof(IOException), "it cannot be reached")]
    [InlineData(typeof(JsonException), "not that of an OpenAI-compatible endpoint")]
    [InlineData(typeof(TaskCanceledException), "the connection was cancelled")]
    public async Task TranslateAsync_FailureInTheMiddle_GivesThePlainGlosses(Type exception, string said)
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient(_ => FailAfterOneWord(exception)));

        AssertUnavailable(await translator.FinalAsync("mom like cat"), said);
    }

    [Fact]
    public async Task TranslateAsync_MistakeOfOurs_IsNotSwallowed()
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient(_ => FailAfterOneWord(typeof(NotImplementedException))));

        await Assert.ThrowsAsync<NotImplementedException>(() => translator.FinalAsync("mom like cat"));
    }

    [Fact]
    public async Task TranslateAsync_ModelThatHangs_GivesThePlainGlossesAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        using var translator = new ChatClientTranslator(
            new ScriptedChatClient(token => Hang(asked, token)), new ChatClientTranslatorOptions { Time = time, Timeout = TimeSpan.FromSeconds(3) });

        var translation = translator.FinalAsync("mom like cat");
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(3));

        AssertUnavailable(await translation, "it did not answer within 3 s");
    }

    [Fact]
    public async Task TranslateAsync_CancelledByTheCaller_Throws()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asked = new TaskCompletionSource();
        using var translator = new ChatClientTranslator(new ScriptedChatClient(token => Hang(asked, token)));

        var translation = translator.TranslateAsync(Glosses.Parse("mom"), cancellation.Token).ToListAsync(TestContext.Current.CancellationToken);
        await asked.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await translation);
    }

    [Fact]
    public void Dispose_Client_IsDisposedToo()
    {
        var client = new ScriptedChatClient("x");

        new ChatClientTranslator(client).Dispose();

        Assert.True(client.IsDisposed);
    }

    [Fact]
    public void Name_IsThatOfTheModel()
    {
        using var translator = new ChatClientTranslator(new ScriptedChatClient("x"));

        Assert.Equal("scripted-model", translator.Name);
    }

    internal static void AssertUnavailable(TranslationUpdate final, string said)
    {
        Assert.Equal(("Mom like cat.", "llm-unavailable"), (final.Text, final.Notice?.Code));
        Assert.Contains(said, final.Notice!.Message, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<string> FailAfterOneWord(Type exception)
    {
        yield return "Mom";
        await Task.Yield();
        throw (Exception)Activator.CreateInstance(exception)!;
    }

    private static async IAsyncEnumerable<string> Hang(TaskCompletionSource asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "Mom";
        asked.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
