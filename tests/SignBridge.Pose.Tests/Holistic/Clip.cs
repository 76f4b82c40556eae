using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>The frames of a video at the clock that MediaPipe's Python solution feeds: 33333 µs a frame.</summary>
internal static class Clip
{
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(33333);

    public static IEnumerable<VideoFrame> Read(string path, int most = int.MaxValue)
    {
        using var video = new VideoCapture(path);
        Assert.True(video.IsOpened(), path);
        for (var i = 0; i < most; i++)
        {
            var image = new Mat();
            if (!video.Read(image))
            {
                image.Dispose();
                yield break;
            }

            using var frame = new VideoFrame(image, Step * (i + 1), i);
            yield return frame;
        }
    }

    public static List<PoseFrame> Estimate(this HolisticEstimator estimator, IEnumerable<VideoFrame> frames) =>
        [.. frames.Select(estimator.Estimate)];
}
