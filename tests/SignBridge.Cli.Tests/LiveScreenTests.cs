using SignBridge.Recognition;

namespace SignBridge.Cli.Tests;

public sealed class LiveScreenTests : IDisposable
{
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(65);

    private readonly StringWriter _captions = new() { NewLine = "\n" };
    private readonly StringWriter _status = new() { NewLine = "\n" };

    [Fact]
    public void Show_NoTerminal_WritesFinalSentencesAndNoticesOnly()
    {
        ShowAll(new LiveScreen(_captions, _status, isTerminal: false));

        Assert.Equal("[01:05] The dog.\n", _captions.ToString());
        Assert.Equal("signbridge: Dark.\n", _status.ToString());
    }

    [Fact]
    public void Show_Terminal_ShowsWhatIsTentativeInOneDimLineAndTakesItAway()
    {
        ShowAll(new LiveScreen(_captions, _status, isTerminal: true));

        Assert.Contains("\r\e[K\e[2mdog\e[0m", _status.ToString(), StringComparison.Ordinal);
        Assert.Contains("\r\e[K\e[2mThe d (dog)\e[0m", _status.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("The dog.", _status.ToString(), StringComparison.Ordinal);
        Assert.Equal("[01:05] The dog.\n", _captions.ToString());
    }

    public void Dispose()
    {
        _captions.Dispose();
        _status.Dispose();
    }

    private static void ShowAll(LiveScreen screen)
    {
        var dog = new Gloss("dog", Now, Now, 1, []);
        screen.Show(new GlossesRead(Now, 0, [], 0, [dog], UtteranceEnd.None));
        screen.Show(new TextWritten(Now, 0, new Caption(Now, Now, "The d"), IsFinal: false));
        screen.Show(new NoticeGiven(Now, new Notice("too-dark", "Dark."), NoticeState.Begins));
        screen.Show(new GlossesRead(Now, 0, [dog], 1, [], UtteranceEnd.HandsLowered));
        screen.Show(new TextWritten(Now, 0, new Caption(Now, Now, "The dog."), IsFinal: true));
        screen.Show(new NoticeGiven(Now, new Notice("too-dark", "Dark."), NoticeState.Ends));
    }
}
