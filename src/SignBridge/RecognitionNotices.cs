using System.Globalization;

namespace SignBridge;

/// <summary>Says why there is no text, or none worth reading, where nothing went wrong.</summary>
internal static class RecognitionNotices
{
    private const int Shown = 3;

    /// <summary>What is to be said beside the notices of the recogniser, which says itself when nobody or no hand was seen.</summary>
    public static IEnumerable<Notice> Of(Recognition.Recognition recognition, RecognitionMode mode)
    {
        if (recognition.Glosses.Count == 0 && !recognition.Notices.Any(n => n.Code is "nobody-in-view" or "no-hands"))
            yield return new Notice("no-signs", "Hands were seen but no sign was recognised.");
        if (mode == RecognitionMode.Isolated && recognition.Glosses is [{ IsUnknown: true, Alternatives.Count: > 0 } gloss])
            yield return new Notice("abstained", $"The sign was not recognised for certain; nearest are {string.Join(", ", Nearest(gloss))}.");
    }

    private static IEnumerable<string> Nearest(Gloss gloss) => gloss.Alternatives
        .Where(a => a.Gloss != Gloss.Unknown)
        .Take(Shown)
        .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Gloss} ({100 * a.Confidence:0} %)"));
}
