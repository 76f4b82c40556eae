namespace SignBridge.Recognition.Tests;

internal static class RecognitionUpdates
{
    /// <summary>The glosses of all utterances that ended.</summary>
    public static IEnumerable<Gloss> Ended(this IEnumerable<RecognitionUpdate> updates) =>
        updates.Where(u => u.End != UtteranceEnd.None).SelectMany(u => u.Committed);
}
