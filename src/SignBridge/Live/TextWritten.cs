namespace SignBridge;

/// <summary>The text of an utterance so far; each event replaces the one before.</summary>
/// <param name="Time">Media time of the newest pose.</param>
/// <param name="Utterance">Number of the utterance in its stream, from 0.</param>
/// <param name="Caption">The text, over the media time of the signs that it says.</param>
/// <param name="IsFinal">Whether the text stands.</param>
public sealed record TextWritten(TimeSpan Time, int Utterance, Caption Caption, bool IsFinal) : LiveEvent(Time);
