using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SignBridge.Web;

/// <summary>One client's stream, which outlives a lost connection for a while.</summary>
/// <remarks>The stream is followed in a task of its own, which alone writes events. Whoever carries the session's connection attaches to it,
/// passes frames in and reads the <see cref="Log"/>.</remarks>
internal sealed partial class LiveSession : IAsyncDisposable
{
    // Never disposed: a connection that was let go may still be about to end the session, and there is nothing to free.
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _receiving = new();
    private readonly IClientStream _stream;
    private readonly SessionEvents _events;
    private readonly LiveLimits _limits;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Task _run;
    private SessionEnd? _end;
    private ProtocolViolation? _violation;
    private Action? _detach;

    /// <summary>Starts to follow a stream.</summary>
    /// <param name="id">Unguessable: who knows it may resume the session.</param>
    /// <param name="stream">Taken over.</param>
    /// <param name="live">Shares the models.</param>
    /// <param name="opened">Writes what <c>session.opened</c> says.</param>
    /// <param name="options">Limits and clock.</param>
    /// <param name="logger">Takes faults of the server.</param>
    public LiveSession(string id, IClientStream stream, LiveTranslator live, Action<Utf8JsonWriter> opened, ServeOptions options, ILogger logger)
    {
        Id = id;
        _stream = stream;
        _limits = options.Live;
        _logger = logger;
        Log = new EventLog(_limits.Events);
        _timer = options.Time.CreateTimer(_ => OnDue(), null, _limits.Idle, Timeout.InfiniteTimeSpan);
        _events = new SessionEvents(Log, stream, opened);
        _events.Open();
        _run = Task.Run(() => RunAsync(live));
    }

    /// <summary>The name by which the client resumes it.</summary>
    public string Id { get; }

    /// <summary>What the client is to be told.</summary>
    public EventLog Log { get; }

    /// <summary>Whether a connection carries the session.</summary>
    public bool IsAttached => _detach is not null;

    /// <summary>Ends with the session, once its connection has gone or nobody resumed it.</summary>
    public event Action<LiveSession>? Over;

    /// <summary>A connection carries the session from now on; one that did before is let go.</summary>
    public void Attach(Action detach)
    {
        Interlocked.Exchange(ref _detach, detach)?.Invoke();
        Restart(_limits.Idle);
    }

    /// <summary>The connection is gone: the session waits for another, unless it has ended and its client knows.</summary>
    /// <param name="detach">As it was attached.</param>
    /// <param name="isClosed">Whether the client has closed, so that it will not come back.</param>
    public void Detach(Action detach, bool isClosed)
    {
        if (Interlocked.CompareExchange(ref _detach, null, detach) != detach)
            return;
        if (isClosed && Log.End is not null)
            Over?.Invoke(this);
        else
            Restart(_limits.Resume);
    }

    /// <summary>Writes what a client is told first that resumes the session.</summary>
    public void WriteResumed(Utf8JsonWriter json) => _events.WriteResumed(json);

    /// <summary>Takes a binary message.</summary>
    /// <exception cref="ProtocolViolation">It is not what it should be.</exception>
    public FrameHeader Receive(ReadOnlySpan<byte> message)
    {
        var frame = FrameHeader.Read(message);
        lock (_receiving)
        {
            _stream.Window.Receive(frame);
            _stream.Add(frame, message[FrameHeader.Length..]);
        }

        Restart(_limits.Idle);
        return frame;
    }

    /// <summary>No frame follows: what is known already is said, then the session ends.</summary>
    public void Stop() => _stream.Complete();

    /// <summary>Ends the session because of what its client did.</summary>
    public void Fail(ProtocolViolation violation)
    {
        Interlocked.CompareExchange(ref _violation, violation, null);
        _ = _stop.CancelAsync();
    }

    /// <summary>Ends the session.</summary>
    public void End(SessionEnd end)
    {
        Interlocked.CompareExchange(ref _end, end, null);
        _ = _stop.CancelAsync();
    }

    /// <summary>Waits until the session has ended; <see cref="End"/> or <see cref="Fail"/> comes first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _run;
    }

    private async Task RunAsync(LiveTranslator live)
    {
        try
        {
            await foreach (var happened in _stream.FollowAsync(live, () => _events.Acknowledge(null), _stop.Token))
                _events.Publish(happened);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // By Fail or End, which said why.
        }
        catch (ProtocolViolation violation)
        {
            _violation ??= violation;
        }
        catch (Exception e)
        {
            LogFault(_logger, e);
            _violation ??= new ProtocolViolation("internal", "The server failed: start a new session.", System.Net.WebSockets.WebSocketCloseStatus.InternalServerError);
        }
        finally
        {
            (_stream as IDisposable)?.Dispose();
        }

        _events.Close(_violation is null ? _end ?? SessionEnd.Stopped : SessionEnd.Of(_violation), _violation);
    }

    private void Restart(TimeSpan due) => _timer.Change(due, Timeout.InfiniteTimeSpan);

    private void OnDue()
    {
        if (IsAttached)
        {
            End(SessionEnd.Idle);
            return;
        }

        End(SessionEnd.Abandoned);
        Over?.Invoke(this);
    }

    [LoggerMessage(LogLevel.Error, "A live session failed.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
