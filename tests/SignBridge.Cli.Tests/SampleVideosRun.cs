using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>One process that translates all sample videos into a file.</summary>
public sealed class SampleVideosRun : IAsyncLifetime
{
    public CliResult Result { get; private set; } = null!;

    public string Json { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using var folder = new WorkFolder();
        Result = await CliProcess.RunAsync(
            folder, ["translate", .. SampleClip.All.Select(s => s.Video), "--format", "json", "-o", "results.json", "--timings", "--device", "cpu"]);
        Json = folder.Read("results.json");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
