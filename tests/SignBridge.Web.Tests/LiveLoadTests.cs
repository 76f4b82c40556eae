using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using SignBridge.Testing;
using SignBridge.Translation;

namespace SignBridge.Web.Tests;

/// <summary>Several sessions at once.</summary>
public sealed class LiveLoadTests(ShippedModels models) : WebTest(models)
{
    [Fact]
    public async Task EightSessions_InRealTime_GetAllTheirSentences()
    {
        await StartAsync();

        var finals = await Task.WhenAll(SampleClip.All.Select(async sample =>
        {
            using var client = await LiveClient.StartPosesAsync(Server.Address);
            var poses = LiveClient.Poses(sample.Name);
            await client.SendAsync(poses, time: TimeProvider.System);
            await client.StopAsync();
            Assert.Equal(1000, await client.ClosedAsync());
            Assert.Equal(poses.Count, client.Acknowledgements[^1].GetProperty("frame").GetInt32());
            Assert.DoesNotContain(client.Events, e => LiveClient.IsOf(e, "notice"));
            return Assert.Single(client.Finals);
        }));

        Assert.Equal(8, finals.Length);
        Assert.Equal(SampleClip.All.Select(s => s.Text), finals);
    }

    [Fact]
    public async Task Text_ThatHangs_StopsNeitherTheServiceNorOtherSessions()
    {
        var time = new FakeTimeProvider();
        using var translator = await ShippedModels.LoadAsync(new HangingForDogs());
        await StartAsync(Task.FromResult(translator), Loopback with { Time = time });
        using var hanging = await LiveClient.StartPosesAsync(Server.Address);
        await SendAsync(hanging, "where-dog", time);
        await hanging.StopAsync();
        await hanging.UntilAsync("gloss.committed");

        using (var other = await LiveClient.StartPosesAsync(Server.Address))
        {
            await SendAsync(other, "who-cry", time);
            await other.StopAsync();
            Assert.Equal(1000, await other.ClosedAsync());
            Assert.Equal(["Who cry."], other.Finals);
        }

        Assert.Equal("ok", await Http.GetStringAsync(new Uri("/health", UriKind.Relative), Token));
        Assert.Empty(hanging.Finals);
        var closed = hanging.ClosedAsync();
        while (!closed.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(closed, Task.Delay(20, Token));
        }

        Assert.Equal(1000, await closed);
        Assert.Equal(["Where dog."], hanging.Finals);
        Assert.Contains(hanging.Events, e => LiveClient.IsOf(e, "notice") && e.GetProperty("code").GetString() == "text-late");
        await Server.DisposeAsync();
    }

    /// <summary>Sends a sample while its time passes.</summary>
    private static async Task SendAsync(LiveClient client, string sample, FakeTimeProvider time)
    {
        var first = 1;
        foreach (var second in LiveClient.Poses(sample).Chunk(30))
        {
            await client.SendAsync(second, first);
            first += second.Length;
            time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private sealed class HangingForDogs : ITextTranslator
    {
        private readonly PlainTranslator _plain = new();

        public string Name => "hanging";

        public async IAsyncEnumerable<TranslationUpdate> TranslateAsync(IReadOnlyList<Gloss> glosses, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (glosses.Any(g => g.Name == "dog"))
                await Task.Delay(Timeout.Infinite, cancellationToken);
            await foreach (var update in _plain.TranslateAsync(glosses, cancellationToken))
                yield return update;
        }
    }
}
