using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Tests;

/// <summary>Frames without a person, and how many were made and disposed.</summary>
internal sealed class Frames
{
    private int _disposed;

    public int Made { get; private set; }

    public int Disposed => _disposed;

    public async IAsyncEnumerable<VideoFrame> At(params double[] seconds)
    {
        foreach (var second in seconds)
        {
            await Task.Yield();
            yield return Frame(MatType.CV_8UC3, second);
        }
    }

    /// <summary>A frame that no estimator takes.</summary>
    public VideoFrame Grey(double second) => Frame(MatType.CV_8UC1, second);

    private VideoFrame Frame(MatType type, double second) =>
        new(new Mat(48, 64, type, Scalar.Black), TimeSpan.FromSeconds(second), Made++, frame =>
        {
            frame.Image.Dispose();
            Interlocked.Increment(ref _disposed);
        });
}
