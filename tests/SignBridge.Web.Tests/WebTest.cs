namespace SignBridge.Web.Tests;

/// <summary>A test with a server of its own on loopback, on the shared models.</summary>
public abstract class WebTest(ShippedModels models) : IAsyncDisposable
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected ShippedModels Models => models;

    private protected WebServer Server { get; private set; } = null!;

    private protected HttpClient Http { get; private set; } = null!;

    private protected static ServeOptions Loopback => new() { Listen = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0) };

    private protected Task StartAsync(ServeOptions? options = null) => StartAsync(Task.FromResult(models.Translator), options);

    private protected async Task StartAsync(Task<Translator> loading, ServeOptions? options = null)
    {
        Server = await WebServer.StartAsync(loading, options ?? Loopback);
        Http = new HttpClient { BaseAddress = Server.Address };
    }

    /// <summary>Asks for a session until there is one.</summary>
    private protected async Task<LiveClient> OpenedAsync()
    {
        while (true)
        {
            var client = await LiveClient.ConnectAsync(Server.Address);
            await client.SendAsync("""{"type":"start","source":"frames","width":640,"height":480}""");
            await client.UntilAsync(() => client.Events.Count > 0);
            if (LiveClient.IsOf(client.Events[0], "session.opened"))
                return client;
            client.Dispose();
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
