using System.Text.Json;

namespace SignBridge.Web;

/// <summary>Writes what happens in a session into its log. The task that follows the stream writes events; any thread may acknowledge.</summary>
/// <param name="log">Takes the events.</param>
/// <param name="stream">Knows the frames.</param>
/// <param name="opened">Writes what <c>session.opened</c> says.</param>
internal sealed class SessionEvents(EventLog log, IClientStream stream, Action<Utf8JsonWriter> opened)
{
    private readonly LiveEventJson _json = new();

    /// <summary>The first event.</summary>
    public void Open() => Add(json => _json.Write(json, "session.opened", opened));

    /// <summary>Writes what a client is told first that resumes the session; it has no number, because it is told to this connection only.</summary>
    public void WriteResumed(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "session.opened");
        json.WriteBoolean("resumed", true);
        json.WriteNumber("frame", stream.Window.Newest);
        json.WriteNumber("acknowledged", stream.Window.Acknowledged);
        opened(json);
        json.WriteEndObject();
    }

    /// <summary>Tells what was read.</summary>
    public void Publish(LiveEvent happened)
    {
        if (happened is PoseSeen seen && stream.Drops is { } drops)
        {
            var notice = drops.Look(seen.Time);
            Acknowledge(seen.Pose);
            if (notice is not null)
                Publish(notice);
        }

        var written = false;
        var bytes = JsonBytes.Of(json => written = _json.TryWrite(json, happened));
        if (written)
            log.Add(bytes);
    }

    /// <summary>Tells which frames are done with.</summary>
    /// <param name="pose">The newest pose that the client does not know; null where there is none.</param>
    public void Acknowledge(PoseFrame? pose) => log.Acknowledge(new Acknowledgement(stream.Window.Acknowledged, stream.Drops?.Count ?? 0, pose));

    /// <summary>The last event.</summary>
    /// <param name="end">How the session ended.</param>
    /// <param name="violation">What its client did wrong, or the server; null for neither.</param>
    public void Close(SessionEnd end, ProtocolViolation? violation)
    {
        if (violation is null)
            Add(json => _json.Write(json, "session.closed", writer => writer.WriteString("reason", end.Reason)));
        else
            Add(json => _json.Write(json, "error", violation.Write));
        log.Complete(end);
    }

    private void Add(Action<Utf8JsonWriter> write) => log.Add(JsonBytes.Of(write));
}
