using System.Runtime.InteropServices;
using global::Onnx;
using Google.Protobuf;

namespace SignBridge.Cli;

/// <summary>Rewrites a float32 graph so that it computes in float16; its inputs and outputs keep their types.</summary>
/// <remarks>As <c>onnxconverter_common.float16</c> does it: weights and constants are rounded, casts to float32 become casts to float16, and
/// casts are put at the boundary. What an operator wants in float32 by its definition stays so: the regions and scales of Resize.</remarks>
internal static class HalfPrecisionGraph
{
    private const int Single = (int)TensorProto.Types.DataType.Float;
    private const int Half = (int)TensorProto.Types.DataType.Float16;

    /// <exception cref="NotSupportedException">The graph has what cannot be rewritten; the message names it.</exception>
    public static void Convert(ModelProto model)
    {
        var graph = model.Graph;
        if (model.OpsetImport.FirstOrDefault(o => o.Domain is not ("" or "ai.onnx")) is { } foreign)
            throw new NotSupportedException($"it has operators of {foreign.Domain}, whose types are not known");
        if (graph.Node.FirstOrDefault(n => n.Attribute.Any(a => a.G is not null)) is { } branch)
            throw new NotSupportedException($"its {branch.OpType} has a graph inside");

        var single = graph.Node.Where(n => n.OpType == "Resize").SelectMany(n => n.Input.Skip(1)).ToHashSet();
        foreach (var tensor in graph.Initializer.Where(t => !single.Contains(t.Name)))
            Round(tensor);
        foreach (var attribute in graph.Node.SelectMany(n => n.Attribute))
        {
            if (attribute.T is not null)
                Round(attribute.T);
            if (attribute.Name == "to" && attribute.I == Single)
                attribute.I = Half;
        }

        foreach (var input in graph.Input.Where(IsSingle))
            graph.Node.Insert(0, Cast(input.Name, Rename(graph, input.Name), Half));
        foreach (var output in graph.Output.Where(IsSingle))
            graph.Node.Add(Cast(Rename(graph, output.Name), output.Name, Single));
        graph.ValueInfo.Clear(); // the types inside are inferred anew
    }

    private static bool IsSingle(ValueInfoProto value) => value.Type.TensorType?.ElemType == Single;

    /// <summary>Gives a value another name wherever nodes read or write it.</summary>
    private static string Rename(GraphProto graph, string name)
    {
        var half = name + "_half";
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
                node.Input[i] = node.Input[i] == name ? half : node.Input[i];
            for (var i = 0; i < node.Output.Count; i++)
                node.Output[i] = node.Output[i] == name ? half : node.Output[i];
        }

        return half;
    }

    private static NodeProto Cast(string from, string to, int type) => new()
    {
        OpType = "Cast",
        Name = $"{from}_to_{to}",
        Input = { from },
        Output = { to },
        Attribute = { new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = type } },
    };

    private static void Round(TensorProto tensor)
    {
        if (tensor.DataType != Single)
            return;
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
            throw new NotSupportedException("its weights lie in another file");
        var values = tensor.RawData.IsEmpty ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
        // A number beyond float16 means "without bound".
        var halves = values.Select(v => (System.Half)(float.IsFinite(v) ? Math.Clamp(v, (float)System.Half.MinValue, (float)System.Half.MaxValue) : v)).ToArray();
        tensor.DataType = Half;
        tensor.FloatData.Clear();
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<System.Half>(halves));
    }
}
