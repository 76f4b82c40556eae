using System.Runtime.InteropServices;
using global::Onnx;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using static global::Onnx.TensorProto.Types;

namespace SignBridge.Cli.Tests;

public sealed class HalfPrecisionGraphTests
{
    private const float NotAHalf = 0.1f;

    [Fact]
    public void Convert_AGraphOfFloats_RoundsItsWeightsAndKeepsItsBoundary()
    {
        var model = Product(Weight(NotAHalf, 1e9f));

        HalfPrecisionGraph.Convert(model);

        Assert.Equal([(float)(System.Half)NotAHalf, 65504], Run(model, [1, 1]));
    }

    /// <summary>ONNX Runtime computes float16 on this CPU in float32, so that only the graph itself shows it.</summary>
    [Fact]
    public void Convert_AGraphOfFloats_ComputesBetweenCasts()
    {
        var model = Product(Weight(1, 1));

        HalfPrecisionGraph.Convert(model);

        Assert.Equal(["Cast to Float16", "Mul", "Cast to Float"], model.Graph.Node.Select(n =>
            n.OpType == "Cast" ? $"Cast to {(DataType)n.Attribute.Single().I}" : n.OpType));
        Assert.Equal(DataType.Float16, (DataType)model.Graph.Initializer.Single().DataType);
    }

    [Fact]
    public void Convert_AResize_KeepsItsScalesInFloat32()
    {
        var model = Product(Weight(NotAHalf, 1));
        model.Graph.Initializer.Add(new TensorProto { Name = "scales", DataType = (int)DataType.Float, Dims = { 1 }, FloatData = { 3 } });
        model.Graph.Node.Add(new NodeProto { OpType = "Resize", Input = { "y", "", "scales" }, Output = { "larger" } });
        model.Graph.Output[0] = Value("larger", 6);

        HalfPrecisionGraph.Convert(model);

        Assert.Equal(DataType.Float, (DataType)model.Graph.Initializer.Single(t => t.Name == "scales").DataType);
        Assert.Equal([(float)(System.Half)NotAHalf, 1], Run(model, [1, 1]).Order().Where((_, i) => i is 0 or 5));
    }

    [Fact]
    public void Convert_OperatorsOfOthers_IsRefused()
    {
        var model = Product(Weight(1, 1));
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });

        Assert.Contains("com.microsoft", Assert.Throws<NotSupportedException>(() => HalfPrecisionGraph.Convert(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_WeightsElsewhere_IsRefused()
    {
        var weight = Weight(1, 1);
        weight.DataLocation = DataLocation.External;

        Assert.Throws<NotSupportedException>(() => HalfPrecisionGraph.Convert(Product(weight)));
    }

    private static TensorProto Weight(params float[] values) =>
        new() { Name = "w", DataType = (int)DataType.Float, Dims = { values.Length }, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values)) };

    /// <summary>y = x · w, an element each.</summary>
    private static ModelProto Product(TensorProto weight) => new()
    {
        IrVersion = 8,
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } },
        Graph = new GraphProto
        {
            Name = "product",
            Initializer = { weight },
            Node = { new NodeProto { OpType = "Mul", Input = { "x", "w" }, Output = { "y" } } },
            Input = { Value("x", 2) },
            Output = { Value("y", 2) },
        },
    };

    private static ValueInfoProto Value(string name, long length) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)DataType.Float,
                Shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimValue = length } } },
            },
        },
    };

    private static float[] Run(ModelProto model, float[] x)
    {
        using var session = new InferenceSession(model.ToByteArray());
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(x, [x.Length]);
        using var outputs = session.Run(options, ["x"], [input], [.. session.OutputNames]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
