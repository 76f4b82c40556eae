using System.Net;
using Microsoft.AspNetCore.Http;

namespace SignBridge.Web;

/// <summary>Who may ask: requests under a foreign name (DNS rebinding), from a foreign page, or without the token go no further.</summary>
internal sealed class RequestChecks
{
    private readonly AccessToken? _token;
    private readonly HashSet<string> _hosts;
    private readonly HashSet<string> _origins;
    private readonly bool _anyAddress;

    public RequestChecks(ServeOptions options)
    {
        _token = options.Token is null ? null : new AccessToken(options.Token);
        var address = options.Listen.Address;
        // On every address of the machine, any address may be asked for: rebinding needs a name.
        _anyAddress = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
        _hosts = new HashSet<string>(["localhost", Written(address), .. options.AllowedOrigins.Select(o => o.Host)], StringComparer.OrdinalIgnoreCase);
        if (IPAddress.IsLoopback(address))
            _hosts.UnionWith([Written(IPAddress.Loopback), Written(IPAddress.IPv6Loopback)]);
        _origins = new HashSet<string>(options.AllowedOrigins.Select(o => o.GetLeftPart(UriPartial.Authority)), StringComparer.OrdinalIgnoreCase);
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOurs(request.Host))
        {
            await Problems.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "The host of the request is not this service: use the address that it printed, or --allow-origin.");
        }
        else if (!IsSafe(request) && !IsAllowed(request.Headers.Origin.ToString(), request.Host))
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "The request comes from the page of another origin: start the service with --allow-origin to let it in.");
        }
        else if (_token is not null && context.GetEndpoint()?.Metadata.GetMetadata<TokenRequired>() is not null && !_token.IsIn(request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "The service wants its token: send it as Authorization: Bearer TOKEN.");
        }
        else
        {
            await next(context);
        }
    }

    private bool IsOurs(HostString host) => _hosts.Contains(host.Host) || (_anyAddress && IPAddress.TryParse(host.Host.Trim('[', ']'), out _));

    /// <summary>Whether the request only reads: its answer is kept from foreign pages by the browser, which does not hold for WebSockets.</summary>
    private static bool IsSafe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && !request.HttpContext.WebSockets.IsWebSocketRequest;

    private bool IsAllowed(string origin, HostString host) => origin.Length == 0 || _origins.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && page.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase));

    private static string Written(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
