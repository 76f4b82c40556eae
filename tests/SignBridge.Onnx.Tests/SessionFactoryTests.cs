using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class SessionFactoryTests
{
    private static readonly string Graph = Path.Combine(Repository.Models, "mediapipe-holistic", "hand_recrop.onnx");

    [Fact]
    public void Device_CpuRequested_RunsOnTheCpuWithoutAReason() =>
        Assert.Equal(new DeviceReport("cpu", "cpu", null), new SessionFactory(DeviceRequest.Cpu).Device);

    [Fact]
    public void Device_AutoWithoutCuda_FallsBackWithTheCauseInOneLine()
    {
        var device = new SessionFactory(DeviceRequest.Auto).Device;
        Assert.SkipWhen(device.Actual != "cpu", "CUDA runs here: nothing falls back");

        Assert.Equal("auto", device.Requested);
        Assert.NotNull(device.Reason);
        AssertNamesTheCause(device.Reason);
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("tensorrt")]
    public void Constructor_CardRequestedWhereNoneRuns_FailsWithCauseAndRemedy(string device)
    {
        Assert.SkipWhen(SessionFactory.FailureOf(DeviceRequest.Parse(device)) is null, $"{device} runs here: nothing fails");

        var failure = Assert.Throws<SignBridgeException>(() => new SessionFactory(DeviceRequest.Parse(device + ":0")));

        Assert.Equal(FailureKind.Device, failure.Kind);
        Assert.StartsWith($"The device '{device}' cannot be used: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("or use --device cpu.", failure.Message, StringComparison.Ordinal);
        AssertNamesTheCause(failure.Message);
    }

    [Fact]
    public void Constructor_CardThatIsNotThere_Fails() =>
        Assert.Equal(
            FailureKind.Device,
            Assert.Throws<SignBridgeException>(() => new SessionFactory(new DeviceRequest(DeviceKind.Cuda, 99))).Kind);

    [Fact]
    public void Load_Graph_NamesItsInputsAndOutputs()
    {
        using var model = new SessionFactory(DeviceRequest.Cpu).Load(Graph, new SessionTuning(Threads: 1, Spin: true));

        Assert.NotEmpty(model.Inputs);
        Assert.NotEmpty(model.Outputs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000)]
    public void Load_TruncatedGraph_SaysSoInOneSentence(int bytes)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, File.ReadAllBytes(Graph)[..bytes]);

        AssertRefused(path);
        File.Delete(path);
    }

    [Fact]
    public void Load_TextFile_SaysSoInOneSentence() => AssertRefused(Path.Combine(Repository.Root, "LICENSE"));

    [Fact]
    public void Load_NoSuchFile_SaysSoInOneSentence() => AssertRefused(Path.Combine(Repository.Models, "missing.onnx"));

    [Fact]
    public void Load_ExternalWeightsMissing_SaysSoInOneSentence()
    {
        var folder = Directory.CreateTempSubdirectory("signbridge-");
        var path = Path.Combine(folder.FullName, "model.onnx");
        File.Copy(Path.Combine(Repository.Models, "gloss2text-en", "model.onnx"), path);

        AssertRefused(path);
        folder.Delete(recursive: true);
    }

    private static void AssertRefused(string path)
    {
        var message = TemporaryPackage.Refusal(() => new SessionFactory(DeviceRequest.Cpu).Load(path, new SessionTuning()));

        Assert.StartsWith($"The model '{path}' cannot be loaded", message, StringComparison.Ordinal);
        Assert.EndsWith("restore the file from the repository.", message, StringComparison.Ordinal);
    }

    /// <summary>The cpu flavour says how the other is built; the cuda flavour which library is missing, or what its start met.</summary>
    private static void AssertNamesTheCause(string text)
    {
        Assert.DoesNotContain('\n', text);
        Assert.Matches(@"SIGNBRIDGE_FLAVOUR=cuda|lib\w+\.so\.\d+ is missing; ONNX Runtime .* needs an NVIDIA driver, CUDA 13( and|,) cuDNN 9|CUDA", text);
    }
}
