using System.Text;
using OpenCvSharp;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Web.Browser.Tests;

/// <summary>A sample as the film that Chromium's fake camera plays over and over at the pace of its header.</summary>
/// <remarks>Chromium reads YUV4MPEG2 with planes in I420 (media/capture/video/file_video_capture_device.cc).</remarks>
internal static class FakeCamera
{
    private const int Rate = 15;

    /// <summary>Writes the frames of a sample at 15 frames/s, then its last one for a while, so that an utterance ends before the film begins again.</summary>
    public static async Task WriteAsync(SampleClip sample, string path, TimeSpan rest, CancellationToken cancellationToken)
    {
        using var source = new VideoFileSource(sample.Video);
        using var planes = new Mat();
        await using var file = File.Create(path);
        await file.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{source.Info.Width} H{source.Info.Height} F{Rate}:1 Ip A1:1 C420\n"), cancellationToken);
        await foreach (var sampled in source.ReadAsync(cancellationToken).ResampleAsync(Rate, cancellationToken))
        {
            using var owned = sampled;
            Cv2.CvtColor(sampled.Frame.Image, planes, ColorConversionCodes.BGR2YUV_I420);
            for (var i = 0; i < sampled.Count; i++)
                Write(file, planes);
        }

        for (var i = 0; i < rest.TotalSeconds * Rate; i++)
            Write(file, planes);
    }

    private static void Write(FileStream file, Mat planes)
    {
        file.Write("FRAME\n"u8);
        file.Write(planes.AsSpan<byte>());
    }
}
