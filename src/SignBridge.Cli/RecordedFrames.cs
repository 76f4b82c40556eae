using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Opens the frames of an input that ends.</summary>
internal static class RecordedFrames
{
    /// <exception cref="SignBridgeException">The input cannot be read, or is a camera (<see cref="FailureKind.Input"/>).</exception>
    public static IFrameSource Open(string input, double imagesPerSecond)
    {
        var source = FrameSources.Open(input, imagesPerSecond);
        if (!source.Info.IsLive)
            return source;
        source.Dispose();
        throw new SignBridgeException(FailureKind.Input, $"'{input}' is a camera, expected a clip that ends: record a video and give its file.");
    }
}
