using OpenCvSharp;
using SignBridge.Evaluation.Perturbations;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Evaluation.Tests.Perturbations;

public sealed class FramePerturbationTests
{
    private const int W = 64;
    private const int H = 48;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Conditions => [.. PerturbationKinds.All
        .Where(k => k.Frames is not null).SelectMany(k => PerturbationPlan.Parse(k.Name)).Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Apply_Twice_IsTheSameAndHasTheAnnouncedSize(string condition)
    {
        using var source = Apply(condition);
        using var first = await ReadFirstAsync(condition);
        using var second = await ReadFirstAsync(condition);

        Assert.Equal((source.Info.Width, source.Info.Height, MatType.CV_8UC3), (first.Width, first.Height, first.Type()));
        Assert.Equal(0, Cv2.Norm(first, second));
        using var before = Picture();
        Assert.True(first.Size() != before.Size() || Cv2.Norm(first, before) > 0);
    }

    [Fact]
    public async Task Apply_Video_KeepsTimesNumbersAndNotices()
    {
        using var source = PerturbationPlan.Parse("blur=2").Single()
            .Apply(new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4")), "where-dog", 7);
        var index = 0;
        await foreach (var frame in source.ReadAsync(Token))
        {
            using (frame)
            {
                Assert.Equal(index, frame.Index);
                Assert.Equal(index / 30.0, frame.Time.TotalSeconds, 1e-3);
                Assert.Equal((source.Info.Width, source.Info.Height), (frame.Image.Width, frame.Image.Height));
            }

            index++;
        }

        Assert.Equal(89, index);
        Assert.Empty(source.Notices);
    }

    [Fact]
    public async Task Apply_FramesOfAPool_AreGivenBackBeforeTheChangedOneIsSeen()
    {
        using var pool = new FramePool();
        using var source = PerturbationPlan.Parse("darkness=0.5").Single()
            .Apply(new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4"), pool), "where-dog", 7);
        await foreach (var frame in source.ReadAsync(Token))
        {
            using (frame)
                Assert.Equal(1, pool.IdleCount);
        }
    }

    [Theory]
    [InlineData("frame-mirror", 10, 20, W - 1 - 10, 20)]
    [InlineData("frame-rotate=180", 10, 20, W - 1 - 10, H - 1 - 20)]
    [InlineData("frame-rotate=90", 40, 20, 35, 32)] // 8.5 right of and 3.5 above the middle (32, 24): 3.5 right, 8.5 below
    [InlineData("frame-shift=0.25", 10, 20, 26, 20)]
    [InlineData("frame-crop=0.5", 20, 20, 4, 8)]
    public async Task Apply_Geometry_MovesPixelsAsItMovesLandmarks(string condition, int x, int y, int newX, int newY)
    {
        using var before = new Mat(H, W, MatType.CV_8UC3, Scalar.All(0));
        before.Set(y, x, new Vec3b(255, 255, 255));
        using var after = await ReadFirstAsync(condition, before);

        Assert.Equal(new Vec3b(255, 255, 255), after.At<Vec3b>(newY, newX));
        Assert.Equal(3 * 255, Cv2.Sum(after).Val0 + Cv2.Sum(after).Val1 + Cv2.Sum(after).Val2);
        var layout = SkeletonLayout.Parse("left1-right1");
        var poses = new PoseSequence(layout, W, H, 30, [new PoseFrame(TimeSpan.Zero, layout, [new Landmark(x + 0.5f, y + 0.5f, 0, 1), Landmark.Absent])], null);
        var landmark = poses.Apply(condition["frame-".Length..]).Frames[0].Landmarks.ToArray().Single(l => l.IsPresent);
        Assert.Equal((newX + 0.5, newY + 0.5), (landmark.X, landmark.Y));
    }

    [Theory]
    [InlineData("darkness=0.5", 50)]
    [InlineData("darkness=0", 0)]
    public async Task Darkness_Gain_MultipliesTheMean(string condition, double mean)
    {
        using var before = new Mat(H, W, MatType.CV_8UC3, Scalar.All(100));
        using var after = await ReadFirstAsync(condition, before);

        Assert.Equal(new Scalar(mean, mean, mean, 0), Cv2.Mean(after));
    }

    [Fact]
    public async Task Noise_Sigma_IsTheDeviation()
    {
        using var before = new Mat(H, W, MatType.CV_8UC3, Scalar.All(128));
        using var after = await ReadFirstAsync("noise=25", before);

        Cv2.MeanStdDev(after, out var mean, out var deviation);
        Assert.Equal(128, mean.Val0, 1.5);
        Assert.Equal(25, deviation.Val1, 1.5);
    }

    [Fact]
    public async Task Blur_Sigma_SpreadsAPoint()
    {
        using var before = new Mat(H, W, MatType.CV_8UC3, Scalar.All(0));
        before.Set(24, 32, new Vec3b(255, 255, 255));
        using var after = await ReadFirstAsync("blur=1", before);

        Assert.Equal(255 / (2 * Math.PI), after.At<Vec3b>(24, 32).Item0, 1.5); // the peak of a Gaussian of sigma 1
        Assert.Equal(0, after.At<Vec3b>(24, 42).Item0);
    }

    [Fact]
    public void Apply_PosePerturbationToFrames_IsADefect() =>
        Assert.Throws<InvalidOperationException>(() => PerturbationPlan.Parse("drop=0.1").Single().Apply(new OnePicture(Picture()), "a", 7));

    private static Mat Picture()
    {
        var image = new Mat(H, W, MatType.CV_8UC3);
        for (var y = 0; y < H; y++)
        {
            for (var x = 0; x < W; x++)
                image.Set(y, x, new Vec3b((byte)(4 * x), (byte)(5 * y), (byte)(100 + x % 7)));
        }

        return image;
    }

    private static IFrameSource Apply(string condition, Mat? image = null) =>
        PerturbationPlan.Parse(condition).Single().Apply(new OnePicture(image?.Clone() ?? Picture()), "a", 7);

    private static async Task<Mat> ReadFirstAsync(string condition, Mat? image = null)
    {
        using var source = Apply(condition, image);
        await foreach (var frame in source.ReadAsync(Token))
        {
            using (frame)
                return frame.Image.Clone();
        }

        throw new InvalidOperationException("The source has no frame.");
    }

    private sealed class OnePicture(Mat image) : IFrameSource
    {
        public VideoInfo Info { get; } = new(image.Width, image.Height, 30, 1, IsLive: false);

        public IReadOnlyList<Notice> Notices => [];

        public async IAsyncEnumerable<VideoFrame> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new VideoFrame(image, TimeSpan.Zero, 0);
        }

        public void Dispose() => image.Dispose();
    }
}
