using System.Net;
using System.Net.Sockets;

namespace SignBridge.Web.Browser.Tests;

/// <summary>A network between browser and server that can fail: passes TCP connections on until it is cut.</summary>
internal sealed class CutConnection : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _open = [];
    private readonly Task _accepting;

    public CutConnection(Uri server)
    {
        _listener.Start();
        _accepting = AcceptAsync(server);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Resets every connection; new ones are passed on again.</summary>
    public void Cut()
    {
        lock (_open)
        {
            foreach (var socket in _open)
                socket.Close(0); // with a reset, as no protocol would say goodbye
            _open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync(Uri server)
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptSocketAsync(_stop.Token);
                var upstream = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await upstream.ConnectAsync(server.Host, server.Port, _stop.Token);
                lock (_open)
                    _open.AddRange([browser, upstream]);
                _ = PassAsync(browser, upstream);
                _ = PassAsync(upstream, browser);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
                await to.SendAsync(buffer.AsMemory(0, count));
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, here or by one of both ends.
        }
    }
}
