namespace SignBridge.Video;

/// <summary>Opens whatever the user names. (OpenCvSharp has a FrameSource of its own, so the name is plural.)</summary>
public static class FrameSources
{
    /// <summary>Opens a video file, a folder of images or a camera (<c>camera</c>, <c>camera:1</c>, <c>camera:/dev/video1</c>, <c>/dev/video1</c>).</summary>
    /// <param name="input">A path or the name of a camera.</param>
    /// <param name="imagesPerSecond">Rate at which the images of a folder are shown; other inputs know theirs.</param>
    /// <param name="pool">Where frames take their memory from; null gives the source one of its own.</param>
    /// <exception cref="SignBridgeException">The input is missing or cannot be read.</exception>
    public static IFrameSource Open(string input, double imagesPerSecond = ImageFolderSource.DefaultRate, FramePool? pool = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (CameraSource.TryParse(input, out var device))
            return new CameraSource(device, pool);
        if (Directory.Exists(input))
            return new ImageFolderSource(input, imagesPerSecond);
        return new VideoFileSource(input, pool);
    }
}
