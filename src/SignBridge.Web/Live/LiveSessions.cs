using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary>The sessions of the service, on one set of models. Thread-safe.</summary>
internal sealed class LiveSessions(LoadedTranslator models, ServeOptions options, SessionMeters meters, ILogger<LiveSessions> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveSession> _sessions = [];
    private readonly List<Task> _closing = [];
    private bool _isStopping;

    /// <summary>How many sessions there are, with those whose connection is lost.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>Opens a session for a connection.</summary>
    /// <param name="start">What the client wants.</param>
    /// <param name="detach">Lets the connection go when another one takes the session over.</param>
    /// <exception cref="ProtocolViolation">There are too many, or the client wants something that is not there.</exception>
    public LiveSession Open(StartMessage start, Action detach)
    {
        if (models.Value is not { } translator)
            throw new ProtocolViolation("loading", "The models are being loaded: try again in a few seconds.", ProtocolViolation.TryAgainLater);
        var live = translator.Live(new LiveOptions { Time = options.Time });
        var stream = Stream(start, live.FramesPerSecond);
        var id = Base64UrlTextEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            MakeRoom();
            var session = new LiveSession(id, stream, live, json => WriteOpened(json, id, stream, translator), options, logger);
            session.Over += Remove;
            session.Attach(detach);
            _sessions.Add(id, session);
            meters.Opened();
            return session;
        }
    }

    /// <summary>Takes a session over for another connection.</summary>
    /// <exception cref="ProtocolViolation">It is not there, or events are missing.</exception>
    public LiveSession Resume(StartMessage resume, Action detach)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(resume.Session, out var session))
                throw new ProtocolViolation("unknown-session", "The session is not there any more: start a new one.");
            if (!session.Log.Holds(resume.After))
                throw new ProtocolViolation("events-lost", $"The events after {resume.After} are not there: start a new session.");
            session.Attach(detach);
            return session;
        }
    }

    /// <summary>Ends all sessions and opens no more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            foreach (var session in _sessions.Values)
                session.End(SessionEnd.ServerStopping);
        }
    }

    /// <summary>Waits until all sessions have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        Task[] closing;
        lock (_gate)
            closing = [.. _closing, .. _sessions.Values.Select(s => s.DisposeAsync().AsTask())];
        await Task.WhenAll(closing);
    }

    private IClientStream Stream(StartMessage start, double rate)
    {
        var limits = options.Live;
        if (start.Source == "frames")
        {
            if ((long)start.Width * start.Height > limits.Pixels)
                throw new ProtocolViolation("picture-too-big", $"{start.Width}x{start.Height} has more than {limits.Pixels} pixels: scale the frames down.");
            var info = new VideoInfo(start.Width, start.Height, rate, FrameCount: null, IsLive: true);
            return new ImageStream(info, new FrameWindow(limits.ImagesInFlight, limits.Idle), rate);
        }

        SkeletonLayout[] layouts = [SkeletonLayout.HolisticWithoutFace, SkeletonLayout.Holistic];
        var layout = Array.Find(layouts, l => l.Name == start.Layout)
            ?? throw new ProtocolViolation("unsupported-layout", $"The landmarks are of another layout than {string.Join(" or ", layouts.Select(l => l.Name))}: send one of these.");
        return new PoseStream(start, layout, new FrameWindow(limits.PosesInFlight, limits.Idle));
    }

    /// <summary>A newcomer takes the place of a session whose connection is lost, but never of one that is used.</summary>
    private void MakeRoom()
    {
        if (_isStopping)
            throw new ProtocolViolation("server-stopping", "The server is stopping: try again later.", ProtocolViolation.TryAgainLater);
        if (_sessions.Count < options.Live.Sessions)
            return;
        if (_sessions.Values.FirstOrDefault(s => !s.IsAttached) is not { } abandoned)
        {
            meters.Refused();
            throw new ProtocolViolation("too-many-sessions", $"All {options.Live.Sessions} sessions are in use: try again later.", ProtocolViolation.TryAgainLater);
        }

        abandoned.End(SessionEnd.Abandoned);
        Remove(abandoned);
    }

    private void Remove(LiveSession session)
    {
        lock (_gate)
        {
            if (_isStopping || !_sessions.Remove(session.Id))
                return;
            meters.Closed();
            _closing.RemoveAll(t => t.IsCompleted);
            _closing.Add(session.DisposeAsync().AsTask());
        }
    }

    private void WriteOpened(Utf8JsonWriter json, string id, IClientStream stream, Translator translator)
    {
        json.WriteString("session", id);
        json.WriteNumber("maxInFlight", stream.Window.Most);
        json.WriteNumber("maxFrameBytes", options.Live.FrameBytes);
        json.WriteNumber("idleSeconds", options.Live.Idle.TotalSeconds);
        json.WriteNumber("resumeSeconds", options.Live.Resume.TotalSeconds);
        json.WriteNumber("fps", translator.FramesPerSecond);
        ResultJson.WriteModels(json, translator.Models);
        ResultJson.WriteDevice(json, translator.Device);
    }
}
