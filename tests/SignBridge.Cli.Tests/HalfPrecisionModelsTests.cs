using System.Runtime.InteropServices;
using global::Onnx;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>The shipped graphs in float16 beside themselves in float32, on the same pixels.</summary>
public sealed class HalfPrecisionModelsTests
{
    private const double Pixels = 0.5; // of the crop

    public static TheoryData<string> Graphs => [.. Directory.GetFiles(Folder, "*.onnx").Select(f => Path.GetFileName(f)!)];

    private static string Folder => Path.Combine(Repository.Models, "mediapipe-holistic");

    [Theory]
    [InlineData("pose_landmark_full.onnx")]
    [InlineData("pose_landmark_lite.onnx")]
    [InlineData("hand_landmark_full.onnx")]
    [InlineData("face_landmark.onnx")]
    public void Convert_AGraphOfLandmarks_MovesNoneByHalfAPixel(string file)
    {
        var single = Model(file);
        var half = Model(file);
        HalfPrecisionGraph.Convert(half);

        var expected = Run(single, Frame, ["landmarks"])[0];
        var actual = Run(half, Frame, ["landmarks"])[0];

        Assert.NotEqual(expected, actual);
        Assert.All(expected.Zip(actual), v => Assert.InRange(Math.Abs(v.First - v.Second), 0, Pixels));
    }

    /// <summary>What lies beyond 65504 would be infinite on a card, which this CPU, computing in float32, does not show.</summary>
    [Theory]
    [MemberData(nameof(Graphs))]
    public void Activations_OfAShippedGraph_FitIntoFloat16(string file)
    {
        var model = Model(file);
        var computed = model.Graph.Node.Where(n => n.OpType is "Conv" or "Add" or "Mul" or "Gemm" or "PRelu").SelectMany(n => n.Output).Distinct().ToList();
        model.Graph.Output.Clear();
        model.Graph.Output.Add(computed.Select(name => new ValueInfoProto { Name = name }));

        foreach (var image in (Func<int, Mat>[])[Frame, Noise])
            Assert.InRange(Run(model, image, computed).Max(values => values.Max(Math.Abs)), 0, (float)System.Half.MaxValue / 8);
    }

    private static ModelProto Model(string file) => ModelProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(Folder, file)));

    private static Mat Frame(int side)
    {
        using var video = new VideoCapture(SampleClip.Named("where-dog").Video);
        using var frame = new Mat();
        Assert.True(video.Read(frame));
        return frame.Resize(new Size(side, side));
    }

    private static Mat Noise(int side)
    {
        var pixels = new byte[side * side * 3];
        new Random(1).NextBytes(pixels);
        return Mat.FromPixelData(side, side, MatType.CV_8UC3, pixels).Clone();
    }

    private static List<float[]> Run(ModelProto model, Func<int, Mat> image, IReadOnlyCollection<string> outputs)
    {
        using var session = new InferenceSession(model.ToByteArray());
        using var options = new RunOptions();
        var (name, input) = session.InputMetadata.Single();
        using var picture = image(input.Dimensions[1]);
        var pixels = new byte[picture.Total() * picture.ElemSize()];
        Marshal.Copy(picture.Data, pixels, 0, pixels.Length);
        using var value = OrtValue.CreateTensorValueFromMemory(pixels, [1, picture.Height, picture.Width, 3]);
        using var results = session.Run(options, [name], [value], outputs);
        return [.. results.Select(r => r.GetTensorDataAsSpan<float>().ToArray())];
    }
}
