using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using SignBridge.Recognition;
using SignBridge.Translation;

namespace SignBridge.Tests;

public sealed class LiveTextTests
{
    private static readonly Gloss Where = new("where", TimeSpan.Zero, TimeSpan.FromSeconds(1), 1, []);
    private static readonly Gloss Dog = new("dog", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), 1, []);

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_TranslatorThatHangs_FallsBackToThePlainGlossesOnceAnUtterance()
    {
        var hanging = new HangingTranslator(() => _time.Advance(TimeSpan.FromSeconds(5)));

        var events = await WriteAsync(hanging, Read([Where], UtteranceEnd.None), Read([Where, Dog], UtteranceEnd.None), Read([Where, Dog], UtteranceEnd.HandsLowered));

        var text = Assert.Single(events.OfType<TextWritten>());
        Assert.Equal(("Where dog.", true), (text.Caption.Text, text.IsFinal));
        Assert.Equal("text-late", Assert.Single(events.OfType<NoticeGiven>()).Notice.Code);
        Assert.Equal(2, hanging.Asked); // for the first tentative text and for the final one
    }

    [Fact]
    public async Task Write_TranslatorInTime_IsNotCutOff()
    {
        var events = await WriteAsync(new PlainTranslator(), Read([Where], UtteranceEnd.None), Read([Where, Dog], UtteranceEnd.Pause));

        Assert.Equal([("Where.", false), ("Where dog.", true)], events.OfType<TextWritten>().Select(t => (t.Caption.Text, t.IsFinal)));
        Assert.Empty(events.OfType<NoticeGiven>());
    }

    [Fact]
    public async Task Write_CancelledWhileTheTranslatorHangs_Ends()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var hanging = new HangingTranslator(stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync(hanging, stop.Token, Read([Where], UtteranceEnd.Pause)));
    }

    private static GlossesRead Read(IReadOnlyList<Gloss> committed, UtteranceEnd end) => new(TimeSpan.FromSeconds(3), 0, committed, 1, [], end);

    private Task<List<LiveEvent>> WriteAsync(ITextTranslator translator, params LiveEvent[] events) => WriteAsync(translator, Token, events);

    private async Task<List<LiveEvent>> WriteAsync(ITextTranslator translator, CancellationToken cancellationToken, params LiveEvent[] events)
    {
        var text = new LiveText(translator, new LiveOptions { Time = _time });
        return await text.WriteAsync(events.ToAsyncEnumerable(), cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>Begins a text and never goes on.</summary>
    private sealed class HangingTranslator(Action asked) : ITextTranslator
    {
        public string Name => "hanging";

        public int Asked { get; private set; }

        public async IAsyncEnumerable<TranslationUpdate> TranslateAsync(IReadOnlyList<Gloss> glosses, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked++;
            var forever = Task.Delay(Timeout.Infinite, cancellationToken);
            asked();
            await forever;
            yield break;
        }
    }
}
