using System.Globalization;
using System.Text;

namespace SignBridge;

/// <summary>Writes captions as subtitle files.</summary>
/// <remarks>A sentence may be signed faster than it is read: a cue stays for at least a second and a third of a second a word (the BBC's
/// subtitle guidelines), unless the next one begins.</remarks>
public static class Subtitles
{
    private static readonly TimeSpan ShortestCue = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadingTimePerWord = TimeSpan.FromSeconds(1 / 3.0);

    /// <summary>SubRip: numbered cues, comma before the milliseconds.</summary>
    public static string ToSrt(IReadOnlyList<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        var text = new StringBuilder();
        for (var i = 0; i < captions.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Times(captions, i, ',')}\n{OneLine(captions[i].Text)}\n\n");
        return text.ToString();
    }

    /// <summary>WebVTT (W3C): <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped in cue text.</summary>
    public static string ToVtt(IReadOnlyList<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        var text = new StringBuilder("WEBVTT\n\n");
        for (var i = 0; i < captions.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Times(captions, i, '.')}\n{Escape(OneLine(captions[i].Text))}\n\n");
        return text.ToString();
    }

    private static string Times(IReadOnlyList<Caption> captions, int index, char separator)
    {
        var caption = captions[index];
        var words = caption.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var end = caption.Start + Later(ShortestCue, words * ReadingTimePerWord);
        if (index + 1 < captions.Count && captions[index + 1].Start < end)
            end = captions[index + 1].Start;
        return $"{Time(caption.Start, separator)} --> {Time(Later(caption.End, end), separator)}";
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static string Time(TimeSpan time, char separator)
    {
        var milliseconds = (long)Math.Round(time.TotalMilliseconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{separator}{milliseconds % 1000:000}");
    }

    // A blank line would end the cue.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
