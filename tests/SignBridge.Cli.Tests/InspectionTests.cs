using System.Text.RegularExpressions;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>The commands that look at models and machine: <c>models</c> and <c>doctor</c>.</summary>
public sealed class InspectionTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_NamesEveryPackageWithItsTask()
    {
        var run = await RunAsync("models", "list");
        Assert.Matches(@"(?m)^asl-signs +recognition +1 +Apache-2\.0 +8\.1 MB$", run.Output);
        Assert.Matches("(?m)^gloss2text-en +translation ", run.Output);
        Assert.Matches("(?m)^mediapipe-holistic +pose ", run.Output);
    }

    [Fact]
    public async Task Show_SaysLicenceSourceMeasurementsAndFiles()
    {
        var run = await RunAsync("models", "show", "asl-signs");
        Assert.StartsWith("asl-signs 1: recognition, Apache-2.0\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("measured: isolated top-1 % = 98.4 on 250 PopSign reference clips", run.Output, StringComparison.Ordinal);
        Assert.Contains("extractor: mediapipe-holistic\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("file: model.onnx, 8136819 bytes, sha256 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OfAPackageThatIsNotThere_NamesThoseThatAre() =>
        (await CliProcess.RunAsync(_folder, "models", "show", "bsl-signs")).AssertFailed(3, "'bsl-signs'", "asl-signs");

    [Fact]
    public async Task Verify_ShippedPackages_AreWhole()
    {
        var run = await RunAsync("models", "verify");
        foreach (var name in (string[])["asl-signs", "gloss2text-en", "mediapipe-holistic"])
            Assert.Matches($@"(?m)^{name} \S+: whole \(\d files\)$", run.Output);
    }

    [Fact]
    public async Task Verify_OneByName_LooksAtNoOther() =>
        Assert.StartsWith("asl-signs 1: whole (2 files)", Assert.Single((await RunAsync("models", "verify", "asl-signs")).OutputLines), StringComparison.Ordinal);

    [Fact]
    public async Task Doctor_SaysWhatRunsAndWhyNotTheOther()
    {
        var run = await RunAsync("doctor");
        foreach (var name in (string[])["signbridge", "system", "processor", "memory", "graphics", "opencv", "onnxruntime", "cpu", "cuda", "tensorrt", "auto", "models"])
            Assert.Single(run.OutputLines, l => l.StartsWith(name + ":", StringComparison.Ordinal));
        Assert.Matches(@"(?m)^cpu: +runs$", run.Output);
        Assert.Matches(@"(?m)^cuda: +(runs|does not run: .+)$", run.Output);
        Assert.Matches(@"(?m)^tensorrt: +(runs|does not run: .+)$", run.Output);
        Assert.Matches(@"(?m)^auto: +(cpu|cuda:0)$", run.Output);
        Assert.Contains("asl-signs 1: whole (2 files)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_SaysWhereTheNodesOfEveryGraphRun()
    {
        var run = await RunAsync("doctor");
        var graphs = Directory.GetFiles(Repository.Models, "*.onnx", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Models, f));
        Assert.All(graphs, g => Assert.Matches($@"(?m)^{Regex.Escape(g)}: [1-9]\d* nodes on (CPU|CUDA)ExecutionProvider", run.Output));
    }

    private async Task<CliResult> RunAsync(params string[] arguments)
    {
        var run = (await CliProcess.RunAsync(_folder, arguments)).AssertSucceeded();
        Assert.Empty(run.Errors);
        return run;
    }
}
