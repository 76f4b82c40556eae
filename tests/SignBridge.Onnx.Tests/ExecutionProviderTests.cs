namespace SignBridge.Onnx.Tests;

public sealed class ExecutionProviderTests
{
    private const string Graph = "models/signs/model.onnx";

    private static readonly DeviceRequest SecondCard = new(DeviceKind.Cuda, 1);

    [Fact]
    public void For_Cpu_AddsNoneToTheCpusOwn() => Assert.Empty(ExecutionProvider.For(DeviceRequest.Cpu, new SessionTuning(FixedShapes: true), Graph));

    [Fact]
    public void For_Cuda_NamesTheCardAndKeepsFloat32()
    {
        var cuda = Assert.Single(ExecutionProvider.For(SecondCard, new SessionTuning(), Graph));

        Assert.Equal("CUDAExecutionProvider", cuda.Name);
        Assert.Equal("1", cuda.Options["device_id"]);
        Assert.Equal("0", cuda.Options["use_tf32"]);
        Assert.Equal("kSameAsRequested", cuda.Options["arena_extend_strategy"]);
    }

    [Theory]
    [InlineData(true, "EXHAUSTIVE")]
    [InlineData(false, "HEURISTIC")]
    public void For_Cuda_SearchesLongForConvolutionsOnlyOfFixedShapes(bool fixedShapes, string search) =>
        Assert.Equal(search, ExecutionProvider.For(SecondCard, new SessionTuning(FixedShapes: fixedShapes), Graph)[0].Options["cudnn_conv_algo_search"]);

    /// <summary>ONNX Runtime replays a captured graph only from one thread a session; here streams share sessions.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void For_Cuda_CapturesNoCudaGraphs(bool fixedShapes) =>
        Assert.DoesNotContain("enable_cuda_graph", ExecutionProvider.For(SecondCard, new SessionTuning(FixedShapes: fixedShapes), Graph)[0].Options.Keys);

    [Fact]
    public void For_TensorRt_KeepsItsEnginesAndLeavesTheRestToCuda()
    {
        var providers = ExecutionProvider.For(new DeviceRequest(DeviceKind.TensorRt, 1), new SessionTuning(), Graph);

        Assert.Equal(["TensorrtExecutionProvider", "CUDAExecutionProvider"], providers.Select(p => p.Name));
        Assert.All(providers, p => Assert.Equal("1", p.Options["device_id"]));
        Assert.Equal("1", providers[0].Options["trt_engine_cache_enable"]);
        Assert.Equal(EngineFolder.Of(Graph), providers[0].Options["trt_engine_cache_path"]);
    }

    [Fact]
    public void For_Auto_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExecutionProvider.For(DeviceRequest.Auto, new SessionTuning(), Graph));
}
