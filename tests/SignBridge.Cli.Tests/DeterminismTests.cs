using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class DeterminismTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Translate_TheSameVideoTenTimes_GivesTheSameBytes()
    {
        var first = (await TranslateAsync(8)).AssertSucceeded();
        var second = (await TranslateAsync(1)).AssertSucceeded();
        var third = (await TranslateAsync(1)).AssertSucceeded();
        var lines = (string[])[.. first.OutputLines, .. second.OutputLines, .. third.OutputLines];
        Assert.Equal(10, lines.Length);
        Assert.Single(lines.Distinct());
    }

    private Task<CliResult> TranslateAsync(int times) => CliProcess.RunAsync(
        _folder, ["translate", .. Enumerable.Repeat(SampleClip.Named("where-dog").Video, times), "--format", "jsonl", "--device", "cpu"]);
}
