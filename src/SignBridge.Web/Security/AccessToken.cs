using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SignBridge.Web;

/// <summary>What a client must know, and where it says it: <c>Authorization: Bearer</c>, or for the WebSocket of a browser, which can set no
/// header, the subprotocol <c>signbridge.token.</c> with the token in base64url.</summary>
/// <param name="token">The token.</param>
internal sealed class AccessToken(string token)
{
    private const string Scheme = "Bearer ";
    private const string ProtocolPrefix = "signbridge.token.";

    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether the request brings the token. How long the comparison takes tells nothing about it.</summary>
    public bool IsIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Matches(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()));
        return request.HttpContext.WebSockets.WebSocketRequestedProtocols
            .Where(p => p.StartsWith(ProtocolPrefix, StringComparison.Ordinal))
            .Any(p => Decode(p[ProtocolPrefix.Length..]) is { } given && Matches(given));
    }

    private bool Matches(byte[] given) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(given), _hash);

    private static byte[]? Decode(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
