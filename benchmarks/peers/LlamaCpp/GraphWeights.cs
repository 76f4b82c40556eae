using System.Globalization;
using System.Runtime.InteropServices;
using Onnx;

namespace SignBridge.Peers;

/// <summary>The constants of an ONNX graph whose data lie in a file beside it.</summary>
internal sealed class GraphWeights
{
    private readonly Dictionary<string, TensorProto> _tensors;
    private readonly byte[] _data;

    public GraphWeights(string graph, string data)
    {
        _tensors = ModelProto.Parser.ParseFromFile(graph).Graph.Initializer.ToDictionary(t => t.Name);
        _data = File.ReadAllBytes(data);
    }

    /// <summary>A float32 constant.</summary>
    public float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(Bytes(name).Span).ToArray();

    /// <summary>A float16 constant.</summary>
    public Half[] Halves(string name) => MemoryMarshal.Cast<byte, Half>(Bytes(name).Span).ToArray();

    /// <summary>The weights of a MatMulNBits of 4 bits, blocks of 32 and no zero points.</summary>
    public Int4Matrix Int4(string name)
    {
        var nibbles = _tensors[name + ".MatMul.weight_Q4"];
        return new Int4Matrix((int)(nibbles.Dims[1] * nibbles.Dims[2] * 2), Bytes(nibbles.Name), Floats(name + ".MatMul.weight_scales"));
    }

    private ReadOnlyMemory<byte> Bytes(string name)
    {
        var place = _tensors[name].ExternalData.ToDictionary(e => e.Key, e => e.Value);
        return _data.AsMemory(int.Parse(place["offset"], CultureInfo.InvariantCulture), int.Parse(place["length"], CultureInfo.InvariantCulture));
    }
}
