using System.Globalization;
using System.Text;

namespace SignBridge;

/// <summary>Writes captions as subtitle files.</summary>
public static class Subtitles
{
    /// <summary>SubRip: numbered cues, comma before the milliseconds.</summary>
    public static string ToSrt(IReadOnlyList<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        var text = new StringBuilder();
        for (var i = 0; i < captions.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Time(captions[i].Start, ',')} --> {Time(captions[i].End, ',')}\n{OneLine(captions[i].Text)}\n\n");
        return text.ToString();
    }

    /// <summary>WebVTT (W3C): <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped in cue text.</summary>
    public static string ToVtt(IReadOnlyList<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var caption in captions)
            text.Append(CultureInfo.InvariantCulture, $"{Time(caption.Start, '.')} --> {Time(caption.End, '.')}\n{Escape(OneLine(caption.Text))}\n\n");
        return text.ToString();
    }

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
