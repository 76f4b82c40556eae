using Microsoft.AspNetCore.Http;

namespace SignBridge.Web;

/// <summary><c>GET /v1/live</c>: opens the WebSocket.</summary>
internal static class LiveEndpoint
{
    /// <summary>The subprotocol, which a client must offer: another version would be another name.</summary>
    public const string Protocol = "signbridge.v1";

    public static async Task<IResult> HandleAsync(HttpContext context, LiveSessions sessions, ServeOptions options)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return Problems.Of(StatusCodes.Status426UpgradeRequired, "/v1/live is a WebSocket: connect with a WebSocket client.");
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
            return Problems.Of(StatusCodes.Status400BadRequest, $"The client did not offer the subprotocol {Protocol}: offer it.");
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Protocol, KeepAliveInterval = options.Live.KeepAlive, KeepAliveTimeout = options.Live.KeepAlive,
        });
        await new LiveConnection(socket, sessions, options).RunAsync(context.RequestAborted);
        return Results.Empty;
    }
}
