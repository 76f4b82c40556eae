using System.Text;
using OpenCvSharp;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Web.Browser.Tests;

/// <summary>Writes films that Chromium's fake camera plays over and over, at the pace in their header.</summary>
/// <remarks>Chromium reads YUV4MPEG2 with planes in I420 (media/capture/video/file_video_capture_device.cc).</remarks>
internal static class FakeCamera
{
    private const int Rate = 15;
    private static readonly Size Size = new(640, 480);

    /// <summary>The frames of a sample, then its last one for a while, so that an utterance ends before the film begins again.</summary>
    public static async Task WriteAsync(string path, SampleClip sample, TimeSpan rest, CancellationToken cancellationToken)
    {
        using var source = new VideoFileSource(sample.Video);
        using var image = new Mat();
        await using var film = Create(path);
        await foreach (var sampled in source.ReadAsync(cancellationToken).ResampleAsync(Rate, cancellationToken))
        {
            using var owned = sampled;
            Cv2.Resize(owned.Frame.Image, image, Size, interpolation: InterpolationFlags.Area);
            Write(film, image, owned.Count);
        }

        Write(film, image, (int)(rest.TotalSeconds * Rate));
    }

    /// <summary>A picture that is white on the left and black on the right, to tell it from its mirror image.</summary>
    public static void WriteHalves(string path)
    {
        using var image = new Mat(Size, MatType.CV_8UC3, Scalar.Black);
        Cv2.Rectangle(image, new Rect(0, 0, Size.Width / 2, Size.Height), Scalar.White, Cv2.FILLED);
        using var film = Create(path);
        Write(film, image, Rate);
    }

    private static FileStream Create(string path)
    {
        var film = File.Create(path);
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Size.Width} H{Size.Height} F{Rate}:1 Ip A1:1 C420\n"));
        return film;
    }

    private static void Write(FileStream film, Mat image, int count)
    {
        using var planes = new Mat();
        Cv2.CvtColor(image, planes, ColorConversionCodes.BGR2YUV_I420);
        for (var i = 0; i < count; i++)
        {
            film.Write("FRAME\n"u8);
            film.Write(planes.AsSpan<byte>());
        }
    }
}
