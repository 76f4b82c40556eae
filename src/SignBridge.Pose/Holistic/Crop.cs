using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>One stream's eye for one <see cref="VisionModel"/>: the crop is warped straight into the input tensor.</summary>
internal sealed class Crop : IDisposable
{
    private readonly VisionModel _model;
    private readonly VisionTensors _tensors;
    private readonly CropWarp _warp;

    /// <summary>Allocates the memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="border">What is seen beyond the frame: <see cref="BorderTypes.Replicate"/> or black.</param>
    public Crop(VisionModel model, BorderTypes border)
    {
        _model = model;
        _tensors = model.CreateTensors(images: 1);
        _warp = new CropWarp(_tensors.Pixels.Address, model.Side, border);
        model.Join();
    }

    /// <summary>Side of the crop in pixels.</summary>
    public int Side => _model.Side;

    /// <summary>What the model said about the last crop, by the order of its outputs.</summary>
    public ReadOnlySpan<float> this[int output] => _tensors.Outputs[output];

    /// <summary>Crops a region and runs the model on it.</summary>
    public void Run(Mat frame, Region region)
    {
        _warp.Run(frame, region);
        _model.Run(_tensors);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Leave();
        _warp.Dispose();
        _tensors.Dispose();
    }
}
