using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SignBridge.Onnx;

namespace SignBridge.Pose.Holistic;

/// <summary>Memory for a number of images and for what a <see cref="VisionModel"/> says about them, bound to its graph once: a run on a
/// binding needs no managed memory, one on arrays of values 250 bytes.</summary>
internal sealed class VisionTensors : IDisposable
{
    private readonly OnnxModel _model;
    private readonly string _inputName;
    private readonly OrtValue[] _outputs;
    private readonly OrtIoBinding _binding;

    /// <summary>Allocates and binds the memory.</summary>
    /// <param name="model">The graph.</param>
    /// <param name="inputName">Its image input.</param>
    /// <param name="side">Side of an image in pixels.</param>
    /// <param name="outputs">The outputs that are read.</param>
    /// <param name="images">How many images.</param>
    public VisionTensors(OnnxModel model, string inputName, int side, IReadOnlyList<VisionOutput> outputs, int images)
    {
        _model = model;
        _inputName = inputName;
        Pixels = model.Memory.AllocateInput(TensorElementType.UInt8, [images, side, side, 3]);
        Outputs = [.. outputs.Select(o => GC.AllocateArray<float>(images * o.Count, pinned: true))];
        _outputs = [.. outputs.Select((o, i) => OrtValue.CreateTensorValueFromMemory(Outputs[i], [images, .. o.Shape.Select(d => (long)d)]))];
        _binding = model.CreateBinding();
        _binding.BindInput(inputName, Pixels.Value);
        foreach (var (output, value) in outputs.Zip(_outputs))
            _binding.BindOutput(output.Name, value);
    }

    /// <summary>The images, one after another: rows of BGR.</summary>
    public InputTensor Pixels { get; }

    /// <summary>By the order of the model's outputs, what it says about the images, one after another.</summary>
    public float[][] Outputs { get; }

    /// <summary>Runs the graph on the images.</summary>
    public void Run()
    {
        if (!_model.Memory.IsHost)
            _binding.BindInput(_inputName, Pixels.Value);
        _model.Run(_binding);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        Pixels.Dispose();
        foreach (var output in _outputs)
            output.Dispose();
    }
}
