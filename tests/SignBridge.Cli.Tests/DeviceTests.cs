using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class DeviceTests : IDisposable
{
    private static readonly DeviceReport Auto = new SessionFactory(DeviceRequest.Auto).Device;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cuda_WhereItCannotBeHad_FailsWithCauseAndRemedy()
    {
        Assert.SkipWhen(Auto.Reason is null, "CUDA runs on this machine");
        (await TranslateAsync("cuda")).AssertFailed(4, "The device 'cuda' cannot be used", Auto.Reason!, "--device cpu");
    }

    [Fact]
    public async Task Auto_WhereCudaCannotBeHad_SaysSoOnceAndInEveryResult()
    {
        Assert.SkipWhen(Auto.Reason is null, "CUDA runs on this machine");
        var run = (await TranslateAsync("auto")).AssertSucceeded();
        Assert.Equal($"signbridge: running on cpu: {Auto.Reason}.", Assert.Single(run.ErrorLines));
        Assert.Equal(2, run.Results.Count);
        Assert.All(run.Results, r => Assert.Equal(Auto.Reason, r.GetProperty("device").GetProperty("reason").GetString()));
        Assert.All(run.Results, ResultSchema.AssertValid);
    }

    [Fact]
    public async Task Cpu_ByName_SaysNothing()
    {
        var run = (await TranslateAsync("cpu")).AssertSucceeded();
        Assert.Empty(run.Errors);
        Assert.All(run.Results, r => Assert.Equal("cpu", r.GetProperty("device").GetProperty("actual").GetString()));
    }

    private Task<CliResult> TranslateAsync(string device) => CliProcess.RunAsync(
        _folder, "translate", SampleClip.Named("where-dog").Poses, SampleClip.Named("who-cry").Poses, "--text", "plain", "--format", "json", "--device", device);
}
