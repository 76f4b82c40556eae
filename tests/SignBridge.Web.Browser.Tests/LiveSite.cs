using System.Net;
using Microsoft.Playwright;
using SignBridge.Onnx;
using SignBridge.Recognition;
using SignBridge.Testing;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The real service with the shipped models, and a Chromium whose camera shows a signer who asks where the dog is, over and over.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    /// <summary>Lowered hands end an utterance after 0.9 s; the rest is for a machine that is slow to notice.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    private readonly Chromium _chromium = new();
    private readonly DirectoryInfo _signs = Directory.CreateTempSubdirectory("signbridge-signs-");
    private Translator? _translator;
    private WebServer? _server;

    internal static SampleClip Sample { get; } = SampleClip.Named("where-dog");

    public Uri Address => _server!.Address;

    /// <summary>The names of the files of taught signs.</summary>
    public IEnumerable<string> SignFiles => _signs.EnumerateFiles().Select(f => f.Name);

    public async ValueTask InitializeAsync()
    {
        _translator = await TranslatorLoader.LoadAsync(
            new ModelCatalog(Repository.Models), new SessionFactory(DeviceRequest.Cpu), new TranslatorOptions { Signs = new EnrolledSignFolder(_signs.FullName) }, TimeProvider.System);
        _server = await WebServer.StartAsync(Task.FromResult(_translator), new ServeOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) });
        await _chromium.StartAsync(film => FakeCamera.WriteAsync(film, Sample, Rest, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _translator?.Dispose();
        _signs.Delete(recursive: true);
    }

    internal Task<IBrowserContext> NewContextAsync(int width, int height, float scale) => _chromium.NewContextAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = height },
        DeviceScaleFactor = scale,
        ColorScheme = ColorScheme.Dark,
        Permissions = ["camera"],
    });
}
