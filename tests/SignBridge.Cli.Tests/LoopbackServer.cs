using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SignBridge.Cli.Tests;

/// <summary>Answers HTTP requests on this machine, one a connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, (int Status, byte[] Body)> _answer;
    private readonly string _type;

    /// <param name="answer">From the path of a request to the status and content of the answer.</param>
    /// <param name="type">The type of the content.</param>
    public LoopbackServer(Func<string, (int Status, byte[] Body)> answer, string type = "application/octet-stream")
    {
        _answer = answer;
        _type = type;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>The requests so far: first line, headers and content.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>An address of this machine at which nobody listens.</summary>
    public static Uri DeadAddress()
    {
        using var server = new LoopbackServer(_ => (500, []));
        return server.Address;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request)
                    continue;
                Requests.Enqueue(request);
                var (status, body) = _answer(request.Split(' ')[1]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Answer\r\nContent-Type: {_type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
                await stream.WriteAsync(body);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!IsWhole(text.ToString()))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
                return null;
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        const string Length = "content-length:";
        var line = request.Split("\r\n").FirstOrDefault(l => l.StartsWith(Length, StringComparison.OrdinalIgnoreCase));
        var length = line is null ? 0 : int.Parse(line[Length.Length..], CultureInfo.InvariantCulture);
        return end >= 0 && Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= length;
    }
}
