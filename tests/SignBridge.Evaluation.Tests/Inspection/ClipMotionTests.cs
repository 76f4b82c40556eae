using OpenCvSharp;
using SignBridge.Evaluation.Inspection;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Evaluation.Tests.Inspection;

public sealed class ClipMotionTests
{
    [Fact]
    public void Distance_OfTheSameMovementAtAnotherRateAndSize_IsSmall()
    {
        var poses = Drawn.Poses(60, Drawn.Movement(1, 60));
        var changed = poses.Resample(15) with
        {
            Frames = [.. poses.Resample(15).Frames.Select(f => new PoseFrame(f.Time, f.Layout, [.. f.Landmarks.ToArray().Select(l => l with { X = l.X / 2 + 9, Y = l.Y / 2 })]))],
        };

        Assert.InRange(Of(poses).Distance(Of(changed)), 0, 20);
    }

    [Fact]
    public void Distance_OfOtherMovements_IsLarge() => Assert.All(
        Enumerable.Range(2, 20),
        seed => Assert.InRange(Of(Drawn.Poses(60, Drawn.Movement(1, 60))).Distance(Of(Drawn.Poses(60, Drawn.Movement(seed, 60)))), 60, 512));

    [Fact]
    public void OfPoses_StillOrEmpty_IsNoMotion()
    {
        Assert.Null(ClipMotion.OfPoses(Drawn.Poses(30, _ => 0)));
        Assert.Null(ClipMotion.OfPoses(Drawn.Poses(0, _ => 0)));
        Assert.Null(ClipMotion.OfPoses(Drawn.Poses(30, _ => 0, (_, _) => false)));
    }

    [Fact]
    public void OfPoses_HandThatFlickers_StaysNear()
    {
        var movement = Drawn.Movement(3, 60);

        Assert.InRange(Of(Drawn.Poses(60, movement)).Distance(Of(Drawn.Poses(60, movement, (frame, part) => part != "left" || frame % 7 != 0))), 0, 40);
    }

    [Fact]
    public async Task Distance_OfVideoThatIsEncodedAnewAtHalfTheSize_IsSmallAndOfAnotherLarge()
    {
        var original = await OfVideoAsync(Path.Combine(Repository.Samples, "who-cry.mp4"));
        var other = await OfVideoAsync(Path.Combine(Repository.Samples, "where-dog.mp4"));
        var copy = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.mp4");
        try
        {
            await HalveAsync(Path.Combine(Repository.Samples, "who-cry.mp4"), copy);

            Assert.InRange(original.Distance(await OfVideoAsync(copy)), 0, 60);
            Assert.InRange(original.Distance(other), 80, 512);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static ClipFingerprint Of(PoseSequence poses) => ClipFingerprint.Of(ClipMotion.OfPoses(poses)!);

    private static async Task<ClipFingerprint> OfVideoAsync(string path)
    {
        using var source = FrameSources.Open(path);
        var frames = new List<byte[]>();
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                frames.Add(ClipMotion.Thumbnail(frame.Image));
        }

        return ClipFingerprint.Of(ClipMotion.OfThumbnails(frames)!);
    }

    private static async Task HalveAsync(string path, string copy)
    {
        using var source = FrameSources.Open(path);
        var size = new Size(source.Info.Width / 2, source.Info.Height / 2);
        using var writer = new VideoFileWriter(copy, size.Width, size.Height, source.Info.FramesPerSecond);
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
            {
                using var small = new Mat();
                Cv2.Resize(frame.Image, small, size, interpolation: InterpolationFlags.Area);
                writer.Write(small);
            }
        }

        writer.Complete();
    }
}
