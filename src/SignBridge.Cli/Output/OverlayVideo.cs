using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Reads a clip a second time and writes it with the skeleton and the captions burnt in; poses without a video are drawn on black.</summary>
internal static class OverlayVideo
{
    public static async Task WriteAsync(
        ClipFile file, double imagesPerSecond, TranslationResult result, string path, bool overwrite, CancellationToken cancellationToken)
    {
        if (file.IsPose)
        {
            WritePoses(result, path, overwrite, cancellationToken);
            return;
        }

        using var source = RecordedFrames.Open(file.Path, imagesPerSecond);
        using var writer = new VideoFileWriter(path, source.Info.Width, source.Info.Height, source.Info.FramesPerSecond, overwrite);
        await Progress.RunAsync(Path.GetFileName(path), source.Info.FrameCount, async advance =>
        {
            await foreach (var frame in source.ReadAsync(cancellationToken))
            {
                using (frame)
                {
                    Draw(frame.Image, result, frame.Time);
                    writer.Write(frame.Image);
                }

                advance();
            }
        });
        writer.Complete();
    }

    private static void WritePoses(TranslationResult result, string path, bool overwrite, CancellationToken cancellationToken)
    {
        var poses = result.Poses;
        using var canvas = new Mat(poses.Height, poses.Width, MatType.CV_8UC3);
        using var writer = new VideoFileWriter(path, poses.Width, poses.Height, poses.FramesPerSecond, overwrite);
        foreach (var pose in poses.Frames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            canvas.SetTo(Scalar.Black);
            Draw(canvas, result, pose.Time);
            writer.Write(canvas);
        }

        writer.Complete();
    }

    private static void Draw(Mat image, TranslationResult result, TimeSpan time)
    {
        var frames = result.Poses.Frames;
        var nearest = (int)Math.Round((time - frames[0].Time).TotalSeconds * result.Poses.FramesPerSecond);
        OverlayRenderer.DrawPose(image, frames[Math.Clamp(nearest, 0, frames.Count - 1)]);

        // A sentence stands until the next one starts: it is read slower than it is signed.
        if (result.Captions.LastOrDefault(c => c.Start <= time) is { } caption)
            OverlayRenderer.DrawCaption(image, caption.Text);
    }
}
