using System.Globalization;

namespace SignBridge.Onnx;

/// <summary>Where the nodes of a loaded graph run.</summary>
/// <param name="Graph">Package and file: <c>asl-signs/model.onnx</c>.</param>
/// <param name="NodesByProvider">How many nodes each execution provider runs, by its name in ONNX Runtime.</param>
/// <param name="FallenBack">Nodes that the CPU runs although the device is another one, as <c>Shape /attention/Shape</c>; ONNX Runtime puts
/// some there on purpose, such as those that only compute shapes.</param>
public sealed record GraphReport(string Graph, IReadOnlyDictionary<string, int> NodesByProvider, IReadOnlyList<string> FallenBack)
{
    private const string Cpu = "CPUExecutionProvider";

    /// <summary>In words: <c>399 nodes on CUDAExecutionProvider, 2 on CPUExecutionProvider; fell back: Gather /mask/Gather, Cast /mask/Cast</c>.</summary>
    public string Describe()
    {
        var nodes = string.Join(", ", NodesByProvider.OrderByDescending(p => p.Value)
            .Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{p.Value}{(i == 0 ? " nodes" : "")} on {p.Key}")));
        return FallenBack.Count == 0 ? nodes : $"{nodes}; fell back: {string.Join(", ", FallenBack)}";
    }

    internal static GraphReport Of(string path, IReadOnlyList<AssignedNode> nodes, bool onTheCpu) => new(
        $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileName(path)}",
        new SortedDictionary<string, int>(nodes.CountBy(n => n.Provider).ToDictionary(), StringComparer.Ordinal),
        onTheCpu ? [] : [.. nodes.Where(n => n.Provider == Cpu).Select(n => $"{n.Operator} {n.Name}".TrimEnd())]);
}
