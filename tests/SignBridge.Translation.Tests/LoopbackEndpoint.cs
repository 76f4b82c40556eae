using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SignBridge.Translation.Tests;

/// <summary>An HTTP server on loopback that answers each request with the next of some answers and keeps what it was sent.</summary>
internal sealed class LoopbackEndpoint : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _hanging = new();
    private readonly Task _serving;

    public LoopbackEndpoint(params (int Status, string Body)[] answers)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/v1");
        _listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        _listener.Start();
        _serving = ServeAsync(answers);
    }

    public Uri Address { get; }

    /// <summary>The body and the key of every request.</summary>
    public List<(string Path, string Body, string? Authorization)> Requests { get; } = [];

    /// <summary>Ends when a request came for which there is no answer: it hangs.</summary>
    public Task Hanging => _hanging.Task;

    /// <summary>A streamed chat completion of some parts.</summary>
    public static string Stream(params string[] parts) => string.Concat(parts.Select(p =>
        "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\""
        + p + "\"},\"finish_reason\":null}]}\n\n")) + "data: [DONE]\n\n";

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync(IEnumerable<(int Status, string Body)> answers)
    {
        var rest = new Queue<(int Status, string Body)>(answers);
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Requests.Add((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync(), context.Request.Headers["Authorization"]));
                if (!rest.TryDequeue(out var answer))
                {
                    _hanging.TrySetResult();
                    continue;
                }

                context.Response.StatusCode = answer.Status;
                context.Response.ContentType = answer.Status == 200 ? "text/event-stream" : "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(answer.Body), willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
