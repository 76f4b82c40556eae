using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SignBridge.Web;

/// <summary>The service: the page, live sessions over WebSocket, clips over HTTP, health and metrics.</summary>
/// <remarks>Nothing is configured by files or environment variables: what is not in the options does not happen.</remarks>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isDisposed;

    private WebServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts to listen; sessions and clips are refused until the models are loaded.</summary>
    /// <param name="loading">Loads the models; the translator stays the caller's and must outlive the server.</param>
    /// <param name="options">Where, for whom and how much.</param>
    /// <exception cref="ArgumentException">The options would leave the service open by mistake.</exception>
    /// <exception cref="SignBridgeException">The address cannot be had (<see cref="FailureKind.Output"/>).</exception>
    public static async Task<WebServer> StartAsync(Task<Translator> loading, ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(loading);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Risk is { } risk)
            throw new ArgumentException(risk, nameof(options));
        var app = Build(loading, options);
        try
        {
            await app.StartAsync();
            return new WebServer(app);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            throw new SignBridgeException(FailureKind.Output, $"Nothing can listen on {options.Listen} ({e.GetBaseException().Message.TrimEnd('.')}): stop what does, or name another address with --listen.", e);
        }
    }

    /// <summary>Ends the sessions and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(Task<Translator> loading, ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Clips.Bytes;
            kestrel.Limits.MaxConcurrentConnections = 512;
        });
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // a failed start is an exception, which is enough
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services
            .AddSingleton(options)
            .AddSingleton(new LoadedTranslator(loading))
            .AddSingleton<SessionMeters>()
            .AddSingleton<LiveSessions>()
            .AddRoutingCore()
            .AddProblemDetails()
            .AddClipLimiter(options)
            .AddMetricsExport()
            .AddApiDocument()
            .AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. options.AllowedOrigins.Select(o => o.GetLeftPart(UriPartial.Authority))])
                .WithMethods("GET", "POST", "DELETE")
                .WithHeaders("Authorization", "Content-Type", "Accept")));

        var app = builder.Build();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseWebSockets();
        app.Use(new RequestChecks(options).InvokeAsync);
        app.UseCors();
        app.UseRateLimiter();
        app.MapService(options);
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<LiveSessions>().Stop);
        return app;
    }
}
