using Microsoft.Playwright;

namespace SignBridge.Web.Browser.Tests;

/// <summary>A headless Chromium of this machine, whose camera plays a film, and a folder for that film.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signbridge-browser-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts it; fails where no browser is installed.</summary>
    /// <param name="writeFilm">Writes the .y4m file that is named to it.</param>
    public async Task StartAsync(Func<string, Task> writeFilm)
    {
        Assertions.SetDefaultExpectTimeout(30_000); // for a busy machine; what comes at once is not waited for
        var film = Path.Combine(_folder.FullName, "camera.y4m");
        await writeFilm(film);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            ChromiumSandbox = Environment.UserName != "root", // which has no sandbox to give
            Args = ["--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}"],
        });
    }

    /// <summary>A context of its own: no cookies, no settings, no permission.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) => _browser!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Executable()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium on the PATH: install Debian's package chromium, as ./test does.");
    }
}
