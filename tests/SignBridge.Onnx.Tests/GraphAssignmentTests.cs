using Microsoft.ML.OnnxRuntime;
using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class GraphAssignmentTests
{
    private static readonly string Graph = Path.Combine(Repository.Models, "mediapipe-holistic", "hand_recrop.onnx");

    [Fact]
    public void Of_ASession_NamesOperatorsNodesAndTheirProvider()
    {
        using var options = new SessionOptions();
        options.AddSessionConfigEntry(GraphAssignment.ConfigEntry, "1");
        using var session = new InferenceSession(Graph, options);

        var nodes = GraphAssignment.Of(session);

        Assert.All(nodes, n => Assert.Equal("CPUExecutionProvider", n.Provider));
        Assert.Contains(nodes, n => n.Operator == "Conv");
        Assert.Contains(nodes, n => n.Name.Length > 0);
    }

    [Fact]
    public void Of_ASessionThatDoesNotRecord_SaysSo()
    {
        using var session = new InferenceSession(Graph);

        Assert.Contains(GraphAssignment.ConfigEntry, Assert.Throws<InvalidOperationException>(() => GraphAssignment.Of(session)).Message, StringComparison.Ordinal);
    }
}
