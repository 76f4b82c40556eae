using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class GraphReportTests
{
    private static readonly AssignedNode[] Nodes =
    [
        new("CUDAExecutionProvider", "Conv", "conv_1"), new("CPUExecutionProvider", "Shape", "shape_1"),
        new("CUDAExecutionProvider", "Relu", "relu_1"), new("CPUExecutionProvider", "Gather", ""),
    ];

    [Fact]
    public void Of_NodesBesideACard_NamesThoseThatFellBack()
    {
        var report = GraphReport.Of("models/signs/model.onnx", Nodes, onTheCpu: false);

        Assert.Equal("signs/model.onnx", report.Graph);
        Assert.Equal([("CPUExecutionProvider", 2), ("CUDAExecutionProvider", 2)], report.NodesByProvider.Select(p => (p.Key, p.Value)));
        Assert.Equal(["Shape shape_1", "Gather"], report.FallenBack);
    }

    [Fact]
    public void Of_NodesOnTheCpuByRequest_SaysThatNoneFellBack() =>
        Assert.Empty(GraphReport.Of("models/signs/model.onnx", Nodes, onTheCpu: true).FallenBack);

    /// <summary>What ONNX Runtime says of sessions with real graphs, one of them with operators of its own.</summary>
    [Fact]
    public void Graphs_LoadedOnTheCpu_AreListedByNameWithAllNodesThere()
    {
        var sessions = new SessionFactory(DeviceRequest.Cpu);
        Assert.Empty(sessions.Graphs);
        foreach (var file in (string[])["mediapipe-holistic/hand_recrop.onnx", "gloss2text-en/model.onnx", "asl-signs/model.onnx"])
            sessions.Load(Path.Combine(Repository.Models, file), new SessionTuning(Threads: 1)).Dispose();

        Assert.Equal(["asl-signs/model.onnx", "gloss2text-en/model.onnx", "mediapipe-holistic/hand_recrop.onnx"], sessions.Graphs.Select(g => g.Graph));
        Assert.All(sessions.Graphs, g => Assert.Empty(g.FallenBack));
        Assert.All(sessions.Graphs, g => Assert.Equal("CPUExecutionProvider", Assert.Single(g.NodesByProvider).Key));
        // 30 layers, each with quantised products, an attention and normalisations.
        Assert.InRange(sessions.Graphs[1].NodesByProvider["CPUExecutionProvider"], 30 * 8, 30 * 30);
    }
}
