using System.Net.WebSockets;

namespace SignBridge.Web;

/// <summary>One WebSocket from its first message to its close: carries a session in both directions.</summary>
internal sealed class LiveConnection(WebSocket socket, LiveSessions sessions, ServeOptions options)
{
    /// <summary>How long a client may take to answer our close.</summary>
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    /// <summary>Runs until both sides have closed or the connection is lost.</summary>
    public async Task RunAsync(CancellationToken aborted)
    {
        // Never disposed: a session that another connection takes over may be about to cancel it. It goes with the request.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        using var reader = new MessageReader(socket, options.Live);
        Action detach = () => _ = ended.CancelAsync();
        var reading = Task.CompletedTask;
        var writing = Task.CompletedTask;
        LiveSession? session = null;
        try
        {
            var start = await ReadStartAsync(reader, ended.Token);
            session = start.Type == "start" ? sessions.Open(start, detach) : sessions.Resume(start, detach);
            (reading, writing) = (ReadAsync(reader, session, ended.Token), WriteAsync(session, start, ended.Token));
            await await Task.WhenAny(reading, writing);
            await Task.WhenAll(reading, writing).WaitAsync(ClosePatience, ended.Token);
        }
        catch (ProtocolViolation violation)
        {
            await RefuseAsync(violation, reader, ended.Token);
        }
        catch (Exception e) when (IsLoss(e))
        {
            // The session, if there is one, waits for another connection.
        }

        await ended.CancelAsync();
        socket.Abort();
        await Task.WhenAll(reading, writing).ContinueWith(both => both.Exception?.Handle(IsLoss), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        session?.Detach(detach, isClosed: reading.IsCompletedSuccessfully);
    }

    private async Task<StartMessage> ReadStartAsync(MessageReader reader, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Live.Start, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        if (await reader.ReadAsync(either.Token) is not { } message)
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        return reader.IsBinary
            ? throw new ProtocolViolation("malformed-message", "The first message is binary, expected start or resume.")
            : StartMessage.Read(message.Span);
    }

    private async Task ReadAsync(MessageReader reader, LiveSession session, CancellationToken cancellationToken)
    {
        var pace = new RealTimePace(options.Live.FramesPerSecond, options.Time);
        try
        {
            while (await reader.ReadAsync(cancellationToken) is { } message)
            {
                if (reader.IsBinary)
                    await pace.WaitAsync(session.Receive(message.Span).Time, cancellationToken);
                else
                    Stop(session, message.Span);
            }

            session.End(SessionEnd.Abandoned);
        }
        catch (ProtocolViolation violation)
        {
            session.Fail(violation);
            await reader.DrainAsync(cancellationToken);
        }
    }

    private static void Stop(LiveSession session, ReadOnlySpan<byte> message)
    {
        StartMessage.RequireStop(message);
        session.Stop();
    }

    private async Task WriteAsync(LiveSession session, StartMessage start, CancellationToken cancellationToken)
    {
        var log = session.Log;
        if (start.Type == "resume")
            await SendAsync(JsonBytes.Of(session.WriteResumed), cancellationToken);
        for (var after = start.After; ;)
        {
            var end = log.End; // first: nothing is added behind it
            if (log.TakeAcknowledgement() is { } due)
                await SendAsync(JsonBytes.Of(due.Write), cancellationToken);
            if (!log.Holds(after))
            {
                session.Fail(new ProtocolViolation("too-slow", "Too many events wait to be read: read them as they come."));
                await CloseAsync(new SessionEnd("too-slow", WebSocketCloseStatus.PolicyViolation), cancellationToken);
                return;
            }

            if (log.After(after) is { } json)
            {
                await SendAsync(json, cancellationToken);
                after++;
            }
            else if (end is not null)
            {
                await CloseAsync(end, cancellationToken);
                return;
            }
            else
            {
                await log.WaitAsync(cancellationToken);
            }
        }
    }

    private async Task RefuseAsync(ProtocolViolation violation, MessageReader reader, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(JsonBytes.Of(json => new LiveEventJson().Write(json, "error", violation.Write)), cancellationToken);
            await CloseAsync(SessionEnd.Of(violation), cancellationToken);
            await reader.DrainAsync(cancellationToken).WaitAsync(ClosePatience, cancellationToken);
        }
        catch (Exception e) when (IsLoss(e))
        {
            // Nobody is there to be told.
        }
    }

    private Task SendAsync(byte[] json, CancellationToken cancellationToken) =>
        InTimeAsync(token => socket.SendAsync(json.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, token), cancellationToken);

    private Task CloseAsync(SessionEnd end, CancellationToken cancellationToken) =>
        InTimeAsync(token => new ValueTask(socket.CloseOutputAsync(end.Status, end.Reason, token)), cancellationToken);

    private async Task InTimeAsync(Func<CancellationToken, ValueTask> send, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Live.Send, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await send(either.Token);
    }

    private static bool IsLoss(Exception e) => e is WebSocketException or OperationCanceledException or TimeoutException or IOException;
}
