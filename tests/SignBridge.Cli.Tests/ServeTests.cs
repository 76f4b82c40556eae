using System.Net.Http.Json;
using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_OnLoopback_PrintsItsAddressTranslatesAndEndsWithCtrlC()
    {
        using var process = await CliProcess.StartAsync(_folder, "serve", "--listen", "127.0.0.1:0", "--device", "cpu", "--text", "plain");
        var address = await AddressAsync(process);
        using var http = new HttpClient { BaseAddress = address };

        Assert.Equal("ready", await http.GetStringAsync(new Uri("/ready", UriKind.Relative), Token));
        using var clip = new StreamContent(File.OpenRead(SampleClip.Named("where-dog").Poses));
        using var answer = await http.PostAsync(new Uri("/v1/translate", UriKind.Relative), clip, Token);
        Assert.Equal("Where dog.", (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("text").GetString());

        process.Interrupt();
        var run = await process.EndAsync(await process.Output.ReadToEndAsync(Token));
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Serve_AtAnAddressThatIsTaken_SaysSo()
    {
        using var taken = new LoopbackServer(_ => (500, []));

        var run = await CliProcess.RunAsync(_folder, "serve", "--listen", taken.Address.Authority, "--device", "cpu");

        run.AssertFailed(5, $"Nothing can listen on {taken.Address.Authority}", "--listen");
    }

    [Fact]
    public async Task Serve_WithoutModels_FailsAsOtherCommandsDo()
    {
        var run = await CliProcess.RunAsync(_folder, "serve", "--listen", "127.0.0.1:0", "--device", "cpu", "--models", _folder.Path);

        run.AssertFailed(3, _folder.Path);
    }

    private static async Task<Uri> AddressAsync(CliProcess process)
    {
        var line = await process.Output.ReadLineAsync(Token) ?? await process.Errors;
        Assert.StartsWith("SignBridge is at http://127.0.0.1:", line, StringComparison.Ordinal);
        return new Uri(line.Split(' ')[3]);
    }
}
