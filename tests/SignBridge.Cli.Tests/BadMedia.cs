using System.Text;
using OpenCvSharp;
using SignBridge.Pose.Files;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Cli.Tests;

/// <summary>Writes the inputs that users should not have but do.</summary>
internal static class BadMedia
{
    private static readonly SampleClip Sample = SampleClip.Named("where-dog");

    public static async Task WriteAsync(WorkFolder folder)
    {
        Directory.CreateDirectory(folder["no-images"]);
        File.WriteAllText(Path.Combine(folder["no-images"], "notes.txt"), "nothing to see");
        File.WriteAllText(folder["text.mp4"], "This is a letter, whatever its name says.\n");
        File.WriteAllBytes(folder["empty.mp4"], []);
        var video = File.ReadAllBytes(Sample.Video);
        File.WriteAllBytes(folder["no-index.mp4"], video[..1000]);
        File.WriteAllBytes(folder["cut-short.mp4"], video[..(video.Length * 9 / 10)]);
        using (new VideoWriter(folder["no-frames.mp4"], VideoCaptureAPIs.FFMPEG, VideoWriter.FourCC("mp4v"), 30, new Size(64, 64)))
        {
        }

        WriteNoise(folder["one-frame.mp4"], 320, 240, 1);
        WriteTiny(folder["tiny.avi"]);
        WriteNoise(folder["nobody.mp4"], 320, 240, 30);
        await WriteOnCanvasAsync(folder["portrait.mp4"], new Size(720, 1280));
        await WriteOnCanvasAsync(folder["4k.mp4"], new Size(3840, 2160));
        WritePoses(folder);
    }

    private static void WriteNoise(string path, int width, int height, int frames)
    {
        using var writer = new VideoFileWriter(path, width, height, 30);
        using var image = new Mat(height, width, MatType.CV_8UC3);
        var random = new RNG(1);
        for (var i = 0; i < frames; i++)
        {
            random.Fill(image, DistributionType.Uniform, Scalar.All(0), Scalar.All(255));
            writer.Write(image);
        }

        writer.Complete();
    }

    /// <summary>16×16 pixels, each frame an image of its own: FFmpeg's MPEG-4 decoder takes nothing that narrow.</summary>
    private static void WriteTiny(string path)
    {
        using var writer = new VideoWriter(path, VideoCaptureAPIs.FFMPEG, VideoWriter.FourCC("MJPG"), 30, new Size(16, 16));
        for (var i = 0; i < 30; i++)
        {
            using var image = new Mat(16, 16, MatType.CV_8UC3, Scalar.All(8 * i));
            writer.Write(image);
        }
    }

    /// <summary>The sample as large as it fits, in the middle of a black frame.</summary>
    private static async Task WriteOnCanvasAsync(string path, Size size)
    {
        using var source = new VideoFileSource(Sample.Video);
        using var writer = new VideoFileWriter(path, size.Width, size.Height, source.Info.FramesPerSecond);
        var scale = Math.Min((double)size.Width / source.Info.Width, (double)size.Height / source.Info.Height);
        var inner = new Size(source.Info.Width * scale, source.Info.Height * scale);
        using var canvas = new Mat(size, MatType.CV_8UC3, Scalar.Black);
        using var place = canvas.SubMat(new Rect((size.Width - inner.Width) / 2, (size.Height - inner.Height) / 2, inner.Width, inner.Height));
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                Cv2.Resize(frame.Image, place, inner);
            writer.Write(canvas);
        }

        writer.Complete();
    }

    private static void WritePoses(WorkFolder folder)
    {
        var poses = PoseFileReader.Read(Sample.Poses);
        PoseFileWriter.Write(folder["good.pose"], poses);
        var good = File.ReadAllBytes(folder["good.pose"]);

        // The first coordinate of the body: behind it are 3 coordinates and a confidence of each landmark of each frame.
        var first = good.Length - (4 * sizeof(float) * poses.Frames.Count * poses.Layout.Count);
        WritePatched("nan.pose", first, BitConverter.GetBytes(float.NaN));
        WritePatched("huge.pose", first, BitConverter.GetBytes(1e30f));
        WritePatched("version.pose", 0, BitConverter.GetBytes(0.3f));
        WritePatched("layout.pose", good.AsSpan().IndexOf("POSE_LANDMARKS"u8), Encoding.ASCII.GetBytes("BODY_25_POINTS"));
        File.WriteAllBytes(folder["cut.pose"], good[..^1000]);

        void WritePatched(string name, int offset, byte[] patch)
        {
            var content = good.ToArray();
            patch.CopyTo(content, offset);
            File.WriteAllBytes(folder[name], content);
        }
    }
}
