using OpenCvSharp;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class HolisticEstimatorTests(LoadedModels loaded)
{
    private static readonly string Video = Path.Combine(Repository.Samples, "where-dog.mp4");

    [Fact]
    public void Estimate_WithoutFace_HasBodyAndHandsOfTheFrame()
    {
        using var estimator = Create();
        var frame = Clip.Read(Video, 1).Select(f => (Pose: estimator.Estimate(f), f.Time)).Single();

        Assert.Equal(SkeletonLayout.HolisticWithoutFace, estimator.Layout);
        Assert.Equal("mediapipe-holistic", estimator.Extractor);
        Assert.Equal(frame.Time, frame.Pose.Time);
        Assert.All(frame.Pose.Part("body").ToArray(), l => Assert.InRange(l.Confidence, 0, 1));
        Assert.True(frame.Pose.Part("body")[0].IsPresent);
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(1, 1)]
    [InlineData(640, 360)]
    [InlineData(3840, 2160)]
    public void Estimate_NobodyInView_IsEmpty(int width, int height)
    {
        using var estimator = Create(face: true);
        using var frame = new VideoFrame(new Mat(height, width, MatType.CV_8UC3, Scalar.All(90)), default, 0);

        Assert.All(estimator.Estimate(frame).Landmarks.ToArray(), l => Assert.Equal(Landmark.Absent, l));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Estimate_TwoPeople_FollowsTheLargerOneAndKeepsIt(bool largerIsLeft)
    {
        using var estimator = Create();
        var large = largerIsLeft ? new Rect(0, 0, 960, 720) : new Rect(720, 0, 960, 720);
        var small = largerIsLeft ? new Rect(960, 180, 720, 540) : new Rect(0, 180, 720, 540);
        var middles = new List<float>();
        foreach (var frame in Clip.Read(Video, 66))
        {
            using var both = new VideoFrame(SideBySide(frame.Image, large, small), frame.Time, frame.Index);
            var body = estimator.Estimate(both).Part("body");
            middles.Add((body[11].X + body[12].X) / 2);
        }

        Assert.All(middles, x => Assert.InRange(x, large.Left, large.Right));
        Assert.Equal(2, estimator.People);
    }

    [Fact]
    public void Estimate_OnePerson_CountsOne()
    {
        using var estimator = Create();
        foreach (var frame in Clip.Read(Video, 66))
            estimator.Estimate(frame);

        Assert.Equal(1, estimator.People);
    }

    [Fact]
    public void Estimate_PortraitAnd4K_SeeTheSamePoseAsTheOriginal()
    {
        const int offset = (1706 - 720) / 2;
        var (original, portrait, large) = Clip.Read(Video, 1).Select(f => (Original(f), Portrait(f), Large(f))).Single();
        for (var i = 11; i <= 12; i++)
        {
            Assert.Equal(original[i].X, portrait[i].X, 15f);
            Assert.Equal(original[i].Y, portrait[i].Y - offset, 15f);
            Assert.Equal(original[i].X * 4, large[i].X, 60f);
            Assert.Equal(original[i].Y * 4, large[i].Y, 60f);
        }

        Landmark[] Original(VideoFrame f) => Estimate(f.Image.Clone());

        Landmark[] Portrait(VideoFrame f)
        {
            var image = new Mat();
            Cv2.CopyMakeBorder(f.Image, image, offset, offset, 0, 0, BorderTypes.Replicate);
            return Estimate(image);
        }

        Landmark[] Large(VideoFrame f)
        {
            var image = new Mat();
            Cv2.Resize(f.Image, image, default, 4, 4);
            return Estimate(image);
        }

        Landmark[] Estimate(Mat image)
        {
            using var estimator = Create(tracking: false);
            using var frame = new VideoFrame(image, default, 0);
            return estimator.Estimate(frame).Part("body").ToArray();
        }
    }

    [Fact]
    public void Estimate_StreamsAtTheSameTime_AreEqualToOneAlone()
    {
        using var alone = Create();
        var expected = alone.Estimate(Clip.Read(Video, 12));

        var actual = Enumerable.Range(0, 3).AsParallel().WithDegreeOfParallelism(3).Select(_ =>
        {
            using var estimator = Create();
            return estimator.Estimate(Clip.Read(Video, 12));
        }).ToList();

        Assert.All(actual, poses => AssertEqual(expected, poses));
    }

    [Fact]
    public void Reset_AfterAClip_ForgetsIt()
    {
        using var estimator = Create();
        var first = estimator.Estimate(Clip.Read(Video, 6));
        var tracked = estimator.Estimate(Clip.Read(Video, 6));
        estimator.Reset();
        var second = estimator.Estimate(Clip.Read(Video, 6));

        AssertEqual(first, second);
        Assert.NotEqual(first[5].Landmarks.ToArray(), tracked[5].Landmarks.ToArray());
    }

    [Fact]
    public void Estimate_PersonGoneAndBack_IsFoundAgainWithSmoothVisibility()
    {
        using var estimator = Create();
        var before = Clip.Read(Video, 1).Select(estimator.Estimate).Single();
        for (var i = 0; i < 2; i++)
        {
            using var blank = new VideoFrame(new Mat(720, 960, MatType.CV_8UC3, Scalar.Black), TimeSpan.FromSeconds(1 + i), i);
            Assert.False(estimator.Estimate(blank).Part("body")[0].IsPresent);
        }

        var frame = Clip.Read(Video, 1).Select(f => new VideoFrame(f.Image.Clone(), TimeSpan.FromSeconds(5), 9)).Single();
        using (frame)
        {
            var after = estimator.Estimate(frame);
            for (var i = 0; i < 33; i++)
                Assert.Equal(before.Part("body")[i], after.Part("body")[i]);
        }
    }

    [Fact]
    public void Estimate_WithoutTracking_EveryFrameIsTheFirst()
    {
        using var estimator = Create(tracking: false);
        var poses = estimator.Estimate(Clip.Read(Video, 3));
        using var fresh = Create(tracking: false);
        var last = Clip.Read(Video, 3).Where(f => f.Index == 2).Select(fresh.Estimate).Single();

        Assert.Equal(last.Landmarks.ToArray(), poses[2].Landmarks.ToArray());
    }

    [Fact]
    public void Estimate_GreyOrEmptyImage_IsRefused()
    {
        using var estimator = Create();
        using var grey = new VideoFrame(new Mat(16, 16, MatType.CV_8UC1, Scalar.All(0)), default, 0);
        using var empty = new VideoFrame(new Mat(), default, 0);

        Assert.Throws<ArgumentException>(() => estimator.Estimate(grey));
        Assert.Throws<ArgumentException>(() => estimator.Estimate(empty));
        Assert.Throws<ArgumentNullException>(() => estimator.Estimate(null!));
    }

    [Fact]
    public void EstimatePart_PartsInTheirOrder_AreThePose()
    {
        using var whole = Create();
        using var parts = Create();
        foreach (var frame in Clip.Read(Video, 3))
        {
            var landmarks = parts.CreateLandmarks();
            Assert.All(landmarks, l => Assert.Equal(Landmark.Absent, l));
            foreach (var part in parts.Layout.Parts.Reverse().OrderBy(p => p.Name != "body"))
                parts.EstimatePart(part, frame, landmarks);
            Assert.Equal(whole.Estimate(frame).Landmarks, landmarks);
        }
    }

    [Fact]
    public void EstimatePart_SteadyState_AllocatesNothing()
    {
        using var estimator = Create(face: true);
        SkeletonPart[] parts = [.. estimator.Layout.Parts];
        var landmarks = estimator.CreateLandmarks();
        EstimateClip(); // to grow what grows once
        estimator.Reset();

        var allocated = EstimateClip();

        Assert.True(landmarks[^1].IsPresent, "no right hand: not every part was estimated");
        Assert.Equal(0, allocated);

        long EstimateClip()
        {
            var bytes = 0L;
            foreach (var frame in Clip.Read(Video, 60))
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                foreach (var part in parts)
                    estimator.EstimatePart(part, frame, landmarks);
                bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            return bytes;
        }
    }

    [Fact]
    public void Recycle_PoseGivenBack_ItsMemoryServesTheNext()
    {
        using var estimator = Create();
        using var blank = new VideoFrame(new Mat(16, 16, MatType.CV_8UC3, Scalar.Black), default, 0);
        var seen = Clip.Read(Video, 1).Select(estimator.Estimate).Single();
        var kept = seen.Landmarks.ToArray();

        estimator.Recycle(seen);
        var next = estimator.Estimate(blank);
        var another = estimator.Estimate(blank);

        Assert.True(kept[0].IsPresent);
        Assert.True(next.Landmarks.Overlaps(seen.Landmarks));
        Assert.False(next.Landmarks.Overlaps(another.Landmarks));
        Assert.All(next.Landmarks.ToArray(), l => Assert.Equal(Landmark.Absent, l));
    }

    [Fact]
    public void Recycle_PoseOfAnotherLayout_IsRefused()
    {
        using var estimator = Create();
        Assert.Throws<ArgumentException>(() => estimator.Recycle(PoseFrame.Empty(default, SkeletonLayout.Holistic)));
        Assert.Throws<ArgumentException>(() => estimator.Recycle(default));
    }

    [Fact]
    public void EstimatePart_LandmarksOfAnotherLayout_AreRefused()
    {
        using var estimator = Create();
        using var frame = new VideoFrame(new Mat(16, 16, MatType.CV_8UC3, Scalar.All(0)), default, 0);
        var body = estimator.Layout.Parts[0];

        Assert.Throws<ArgumentException>(() => estimator.EstimatePart(body, frame, new Landmark[5]));
        Assert.Throws<ArgumentNullException>(() => estimator.EstimatePart(body, frame, null!));
        Assert.Throws<ArgumentNullException>(() => estimator.EstimatePart(body, null!, estimator.CreateLandmarks()));
    }

    private HolisticEstimator Create(bool face = false, bool tracking = true) =>
        new(loaded.Models, new HolisticOptions { Face = face, Tracking = tracking });

    private static void AssertEqual(List<PoseFrame> expected, List<PoseFrame> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (e, a) in expected.Zip(actual))
            Assert.Equal(e.Landmarks.ToArray(), a.Landmarks.ToArray());
    }

    private static Mat SideBySide(Mat image, Rect large, Rect small)
    {
        var canvas = new Mat(720, 1680, MatType.CV_8UC3, Scalar.All(200));
        using (var place = canvas.SubMat(large))
            Cv2.Resize(image, place, large.Size);
        using (var place = canvas.SubMat(small))
            Cv2.Resize(image, place, small.Size);
        return canvas;
    }
}
