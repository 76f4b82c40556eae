using SignBridge.Onnx;

namespace SignBridge.Pose.Holistic;

/// <summary>A graph that looks at a square of the frame: uint8 BGR [N, side, side, 3] in, named float32 outputs. Shared by all streams.</summary>
internal sealed class VisionModel : IDisposable
{
    private readonly OnnxModel _model;
    private readonly string _inputName;
    private readonly VisionOutput[] _outputs;
    private readonly VisionBatches? _batches;

    private VisionModel(OnnxModel model, string inputName, int side, IReadOnlyList<int> batchSizes, VisionOutput[] outputs)
    {
        _model = model;
        _inputName = inputName;
        _outputs = outputs;
        Side = side;
        _batches = batchSizes is [1] ? null : new VisionBatches(batchSizes, CreateTensors, TimeProvider.System);
    }

    /// <summary>Side of the square in pixels.</summary>
    public int Side { get; }

    /// <summary>Loads a graph and checks that it is what the card says.</summary>
    /// <param name="package">The package.</param>
    /// <param name="file">The graph, as the card names it.</param>
    /// <param name="sessions">Where it runs.</param>
    /// <param name="tuning">How it uses the cores.</param>
    /// <param name="batchSizes">How many images a run may have, ascending; where that is 1 alone, callers run at once and side by side.</param>
    /// <param name="outputs">What it must give.</param>
    /// <exception cref="SignBridgeException">The file is damaged or another graph (<see cref="FailureKind.Model"/>).</exception>
    public static VisionModel Load(
        ModelPackage package, string file, SessionFactory sessions, SessionTuning tuning, IReadOnlyList<int> batchSizes, params VisionOutput[] outputs)
    {
        var path = package.PathOf(file);
        var model = sessions.Load(path, tuning);
        try
        {
            var (name, image) = model.Inputs.First();
            if (image.ElementType != typeof(byte) || image.Dimensions is not [-1, var side, var width, 3] || side <= 0 || width != side)
                throw Mismatch(path, "a uint8 image [N, side, side, 3]");
            foreach (var output in outputs)
            {
                if (!model.Outputs.TryGetValue(output.Name, out var actual)
                    || actual.ElementType != typeof(float) || !actual.Dimensions.AsSpan().SequenceEqual([-1, .. output.Shape]))
                {
                    throw Mismatch(path, $"an output '{output.Name}' of float [N, {string.Join(", ", output.Shape)}]");
                }
            }

            return new VisionModel(model, name, side, batchSizes, outputs);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Allocates memory for a number of images; the caller disposes it before the model.</summary>
    public VisionTensors CreateTensors(int images) => new(_model, _inputName, Side, _outputs, images);

    /// <summary>Adds a caller of <see cref="Run"/>, for whose images those of others may wait.</summary>
    public void Join() => _batches?.Join();

    /// <summary>Takes a caller away.</summary>
    public void Leave() => _batches?.Leave();

    /// <summary>Looks at one image.</summary>
    public void Run(VisionTensors crop)
    {
        if (_batches is null)
            crop.Run();
        else
            _batches.Run(crop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches?.Dispose();
        _model.Dispose();
    }

    private static SignBridgeException Mismatch(string path, string expected) => new(
        FailureKind.Model, $"The model '{path}' is not the graph that its card says: expected {expected}; correct the card's graphs or restore the package.");
}
