using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Tests;

/// <summary>Frames without a person, and whether they were disposed.</summary>
internal sealed class Frames
{
    public int Disposed { get; private set; }

    public async IAsyncEnumerable<VideoFrame> At(params double[] seconds)
    {
        await Task.CompletedTask;
        for (var i = 0; i < seconds.Length; i++)
        {
            yield return new VideoFrame(new Mat(48, 64, MatType.CV_8UC3, Scalar.Black), TimeSpan.FromSeconds(seconds[i]), i, image =>
            {
                image.Dispose();
                Disposed++;
            });
        }
    }
}
