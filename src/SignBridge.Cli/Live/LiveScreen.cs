namespace SignBridge.Cli;

/// <summary>Live captions in a terminal: each final sentence is a line of the standard output; below it, where stderr is a terminal, one line
/// shows what is being signed, and notices.</summary>
internal sealed class LiveScreen(TextWriter captions, TextWriter status, bool isTerminal)
{
    private const string ClearLine = "\r\e[K";
    private const string Tentative = "\e[2m";
    private const string Plain = "\e[0m";
    private const int LongestStatus = 100;

    private string _glosses = "";
    private string _text = "";

    public void Show(LiveEvent happened)
    {
        switch (happened)
        {
            case GlossesRead read:
                _glosses = string.Join(' ', read.Committed.Concat(read.Partial).Select(g => g.Name));
                Refresh();
                break;
            case TextWritten { IsFinal: true } final:
                Clear();
                captions.WriteLine($"{Time(final.Caption.Start)} {final.Caption.Text}");
                captions.Flush();
                (_glosses, _text) = ("", "");
                break;
            case TextWritten partial:
                _text = partial.Caption.Text;
                Refresh();
                break;
            case NoticeGiven { State: not NoticeState.Ends } notice:
                if (notice.State == NoticeState.Once)
                    (_glosses, _text) = ("", "");
                Say(notice.Notice.Message);
                break;
        }
    }

    /// <summary>A line for people.</summary>
    public void Say(string message)
    {
        Clear();
        status.WriteLine($"signbridge: {message}");
        Refresh();
    }

    /// <summary>Takes the tentative line away.</summary>
    public void Clear()
    {
        if (isTerminal)
            status.Write(ClearLine);
    }

    private void Refresh()
    {
        if (!isTerminal)
            return;
        var line = _text.Length > 0 ? $"{_text} ({_glosses})" : _glosses;
        status.Write($"{ClearLine}{Tentative}{(line.Length > LongestStatus ? line[^LongestStatus..] : line)}{Plain}");
    }

    private static string Time(TimeSpan time) => FormattableString.Invariant($"[{(int)time.TotalMinutes:00}:{time.Seconds:00}]");
}
