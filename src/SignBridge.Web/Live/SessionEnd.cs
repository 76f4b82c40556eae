using System.Net.WebSockets;

namespace SignBridge.Web;

/// <summary>How a session ended.</summary>
/// <param name="Reason">A kebab-case word, as in <c>session.closed</c>, or the code of the error.</param>
/// <param name="Status">The close code of the WebSocket.</param>
internal sealed record SessionEnd(string Reason, WebSocketCloseStatus Status)
{
    /// <summary>The client sent <c>stop</c> and has everything.</summary>
    public static SessionEnd Stopped { get; } = new("stopped", WebSocketCloseStatus.NormalClosure);

    /// <summary>No frame came for too long.</summary>
    public static SessionEnd Idle { get; } = new("idle", WebSocketCloseStatus.NormalClosure);

    /// <summary>The connection was lost and the client did not come back, or others needed the place.</summary>
    public static SessionEnd Abandoned { get; } = new("abandoned", WebSocketCloseStatus.NormalClosure);

    /// <summary>The service stops.</summary>
    public static SessionEnd ServerStopping { get; } = new("server-stopping", WebSocketCloseStatus.EndpointUnavailable);

    public static SessionEnd Of(ProtocolViolation violation) => new(violation.Code, violation.Status);
}
