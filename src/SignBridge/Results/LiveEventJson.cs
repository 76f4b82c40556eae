using System.Text.Json;
using SignBridge.Recognition;

namespace SignBridge;

/// <summary>Writes the events of one live stream as the JSON objects that docs/serve.md describes: numbered, times in seconds of media time.</summary>
/// <remarks>Not thread-safe: one for each stream.</remarks>
public sealed class LiveEventJson
{
    private TimeSpan _time;

    /// <summary>The number of the newest event, from 1; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Writes an event as one object.</summary>
    /// <returns>False where nothing was written: poses are no events of their own.</returns>
    public bool TryWrite(Utf8JsonWriter json, LiveEvent happened)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(happened);
        _time = happened.Time;
        switch (happened)
        {
            case GlossesRead read:
                Write(json, read.New > 0 || read.End != UtteranceEnd.None ? "gloss.committed" : "gloss.partial", writer => WriteGlosses(writer, read));
                return true;
            case TextWritten text:
                Write(json, text.IsFinal ? "text.final" : "text.partial", writer => WriteText(writer, text));
                return true;
            case NoticeGiven given:
                Write(json, "notice", writer => WriteNotice(writer, given));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes an event of whoever carries the stream, at the media time of the newest pose.</summary>
    /// <param name="json">Takes one object.</param>
    /// <param name="type">What happened.</param>
    /// <param name="fields">Writes the other members; null where there are none.</param>
    public void Write(Utf8JsonWriter json, string type, Action<Utf8JsonWriter>? fields = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteNumber("seq", ++Sequence);
        json.WriteString("type", type);
        ResultJson.WriteSeconds(json, "time", _time);
        fields?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteGlosses(Utf8JsonWriter json, GlossesRead read)
    {
        json.WriteNumber("utterance", read.Utterance);
        ResultJson.WriteList(json, "committed", read.Committed, ResultJson.WriteGloss);
        ResultJson.WriteList(json, "partial", read.Partial, ResultJson.WriteGloss);
        json.WriteString("end", read.End switch
        {
            UtteranceEnd.HandsLowered => "hands-lowered",
            UtteranceEnd.Pause => "pause",
            UtteranceEnd.Limit => "limit",
            UtteranceEnd.EndOfStream => "end-of-stream",
            _ => null,
        });
    }

    private static void WriteText(Utf8JsonWriter json, TextWritten text)
    {
        json.WriteNumber("utterance", text.Utterance);
        ResultJson.WriteCaption(json, text.Caption);
    }

    private static void WriteNotice(Utf8JsonWriter json, NoticeGiven given)
    {
        ResultJson.WriteNotice(json, given.Notice);
        json.WriteString("state", given.State switch
        {
            NoticeState.Begins => "begins",
            NoticeState.Ends => "ends",
            _ => "once",
        });
    }
}
