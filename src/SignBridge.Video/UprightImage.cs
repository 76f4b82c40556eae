using OpenCvSharp;
using OpenCvSharp.Internal;

namespace SignBridge.Video;

/// <summary>An image that lies on its side, and how to turn it into another one, without managed memory.</summary>
/// <remarks><c>Cv2.Rotate</c> makes two wrappers, 208 bytes, and frees them in each call; here they stay. Its native function is called
/// directly because the managed one frees them in any case.</remarks>
internal sealed class UprightImage : IDisposable
{
    private static readonly Mat Nothing = new();

    private readonly RotateFlags _rotation;
    private readonly Mat _upright = new();
    private readonly InputArray _source;
    private readonly OutputArray _target;

    /// <summary>Allocates the image.</summary>
    /// <param name="rotation">What turns it upright.</param>
    public UprightImage(RotateFlags rotation)
    {
        _rotation = rotation;
        (_source, _target) = (Lying, _upright);
    }

    /// <summary>The image, as the decoder writes it.</summary>
    public Mat Lying { get; } = new();

    /// <summary>Turns the image into another one.</summary>
    public void CopyTo(Mat upright)
    {
        var size = Lying.Size();
        upright.Create(_rotation == RotateFlags.Rotate180 ? size : new Size(size.Height, size.Width), Lying.Type());
        upright.AssignTo(_upright); // the header only: both are the same pixels
        NativeMethods.HandleException(NativeMethods.core_rotate(_source.CvPtr, _target.CvPtr, (int)_rotation));
        Nothing.AssignTo(_upright);
        GC.KeepAlive(upright);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var wrapper in (IDisposable[])[_source, _target, _upright, Lying])
            wrapper.Dispose();
    }
}
