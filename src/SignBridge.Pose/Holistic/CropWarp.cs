using OpenCvSharp;
using OpenCvSharp.Internal;

namespace SignBridge.Pose.Holistic;

/// <summary>Warps squares of frames into one image, without managed memory.</summary>
/// <remarks><c>Cv2.WarpPerspective</c> makes three wrappers of 312 bytes and frees them in each call; here they stay. Its native function
/// is called directly because the managed one frees them in any case.</remarks>
internal sealed class CropWarp : IDisposable
{
    private static readonly Mat Nothing = new();

    private readonly Size _size;
    private readonly BorderTypes _border;
    private readonly double[] _matrix = GC.AllocateArray<double>(9, pinned: true);
    private readonly Mat _frame = new();
    private readonly Mat _image;
    private readonly Mat _transform;
    private readonly InputArray _source;
    private readonly OutputArray _target;
    private readonly InputArray _map;

    /// <summary>Wraps the image.</summary>
    /// <param name="pixels">Where its BGR lies, side² · 3 bytes.</param>
    /// <param name="side">Side of the image in pixels.</param>
    /// <param name="border">What is seen beyond the frame: <see cref="BorderTypes.Replicate"/> or black.</param>
    public CropWarp(nint pixels, int side, BorderTypes border)
    {
        _size = new Size(side, side);
        _border = border;
        _image = Mat.FromPixelData(side, side, MatType.CV_8UC3, pixels);
        _transform = Mat.FromPixelData(3, 3, MatType.CV_64FC1, _matrix);
        (_source, _target, _map) = (_frame, _image, _transform);
    }

    /// <summary>Warps a region into the image.</summary>
    /// <remarks>As <c>image_to_tensor_converter_opencv.cc</c>: corners map to corners (not pixel centres), bilinear.</remarks>
    public void Run(Mat frame, Region region)
    {
        // The matrix takes pixels of the crop to pixels of the frame.
        var step = region.Size / _size.Width;
        var (sin, cos) = Math.SinCos(region.Rotation);
        _matrix[0] = step * cos;
        _matrix[1] = -step * sin;
        _matrix[2] = region.Center.X + (region.Size * (sin - cos) / 2);
        _matrix[3] = step * sin;
        _matrix[4] = step * cos;
        _matrix[5] = region.Center.Y - (region.Size * (sin + cos) / 2);
        _matrix[8] = 1;
        frame.AssignTo(_frame); // the header only: both are the same pixels
        NativeMethods.HandleException(NativeMethods.imgproc_warpPerspective_MisInputArray(
            _source.CvPtr, _target.CvPtr, _map.CvPtr, _size, (int)(InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap), (int)_border, default));
        Nothing.AssignTo(_frame); // else the memory of a frame that is disposed would live until the next one
        GC.KeepAlive(frame);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var wrapper in (IDisposable[])[_source, _target, _map, _frame, _image, _transform])
            wrapper.Dispose();
    }
}
