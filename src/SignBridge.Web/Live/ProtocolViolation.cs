using System.Net.WebSockets;
using System.Text.Json;

namespace SignBridge.Web;

/// <summary>Why a client is told <c>error</c> and its connection closed.</summary>
/// <param name="code">A stable kebab-case word for programs.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="status">The close code of the WebSocket.</param>
internal sealed class ProtocolViolation(string code, string message, WebSocketCloseStatus status = WebSocketCloseStatus.PolicyViolation) : Exception(message)
{
    public const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    public string Code => code;

    public WebSocketCloseStatus Status => status;

    /// <summary>Writes what an <c>error</c> says.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("code", code);
        json.WriteString("message", Message);
    }
}
