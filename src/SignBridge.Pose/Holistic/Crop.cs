using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>One stream's buffers for one <see cref="VisionModel"/>: the crop is warped straight into the input tensor.</summary>
internal sealed class Crop : IDisposable
{
    private readonly VisionModel _model;
    private readonly BorderTypes _border;
    private readonly float[][] _outputs;
    private readonly double[] _matrix = GC.AllocateArray<double>(9, pinned: true);
    private readonly Mat _image;
    private readonly Mat _transform;

    /// <summary>Allocates the buffers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="border">What is seen beyond the frame: <see cref="BorderTypes.Replicate"/> or black.</param>
    public Crop(VisionModel model, BorderTypes border)
    {
        _model = model;
        _border = border;
        var side = model.Side;
        var pixels = GC.AllocateArray<byte>(side * side * 3, pinned: true);
        _image = Mat.FromPixelData(side, side, MatType.CV_8UC3, pixels);
        _transform = Mat.FromPixelData(3, 3, MatType.CV_64FC1, _matrix);
        _outputs = [.. model.Outputs.Select(o => GC.AllocateArray<float>(o.Count, pinned: true))];
        InputNames = [model.InputName];
        Inputs = [OrtValue.CreateTensorValueFromMemory(pixels, [1, side, side, 3])];
        Outputs = [.. model.Outputs.Select((o, i) => OrtValue.CreateTensorValueFromMemory(_outputs[i], [1, .. o.Shape.Select(d => (long)d)]))];
    }

    /// <summary>Name of the input.</summary>
    public string[] InputNames { get; }

    /// <summary>The input value.</summary>
    public OrtValue[] Inputs { get; }

    /// <summary>The output values, in the order of the model's outputs.</summary>
    public OrtValue[] Outputs { get; }

    /// <summary>Side of the crop in pixels.</summary>
    public int Side => _model.Side;

    /// <summary>What the model said about the last crop, by the order of its outputs.</summary>
    public ReadOnlySpan<float> this[int output] => _outputs[output];

    /// <summary>Crops a region and runs the model on it.</summary>
    /// <remarks>As <c>image_to_tensor_converter_opencv.cc</c>: corners map to corners (not pixel centres), bilinear.</remarks>
    public void Run(Mat frame, Region region)
    {
        // The matrix takes pixels of the crop to pixels of the frame.
        var step = region.Size / Side;
        var (sin, cos) = Math.SinCos(region.Rotation);
        _matrix[0] = step * cos;
        _matrix[1] = -step * sin;
        _matrix[2] = region.Center.X + (region.Size * (sin - cos) / 2);
        _matrix[3] = step * sin;
        _matrix[4] = step * cos;
        _matrix[5] = region.Center.Y - (region.Size * (sin + cos) / 2);
        _matrix[8] = 1;
        Cv2.WarpPerspective(frame, _image, _transform, _image.Size(), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, _border);
        _model.Run(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in (OrtValue[])[.. Inputs, .. Outputs])
            value.Dispose();
        _image.Dispose();
        _transform.Dispose();
    }
}
