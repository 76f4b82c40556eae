using OpenCvSharp;
using SignBridge.Pose.Files;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>Held against MediaPipe 0.10.21 for Python.</summary>
public sealed class HolisticGoldenTests(LoadedModels loaded)
{
    private static readonly string? Goldens = ExternalData.GoldenPose;
    private static readonly string? Clips = ExternalData.PopSign;

    public static TheoryData<string> Tracked => Names("*.pose");

    public static TheoryData<string> Static => Names("*.static.npy");

    /// <summary>The goldens of clips allow for another decoder; on equal pixels nearly nothing may differ.</summary>
    /// <remarks>golden/frame.png is frame 90 of tomorrow-weus-go-farm.mp4 as OpenCV 4.6 decodes it, landmarks.npy what MediaPipe's Holistic with
    /// static_image_mode says of it.</remarks>
    [Fact]
    public void Estimate_SamePixels_IsNearlyExact()
    {
        using var frame = new VideoFrame(Cv2.ImRead(Own("frame.png")), default, 0);
        var expected = StaticGolden.Read(NumpyArray.Read(Own("landmarks.npy")), frame.Image.Size())[0];
        using var estimator = new HolisticEstimator(loaded.Models, new HolisticOptions { Face = true, Tracking = false });

        var actual = estimator.Estimate(frame);

        var comparison = new PoseComparison();
        comparison.Add(actual, expected);
        Assert.All((string[])["body", "hands", "face"], kind => Assert.InRange(comparison.Median(kind), 0, 0.0005f));
        Assert.All(actual.Layout.Parts, part => Assert.Equal(1, comparison.Agreement(part.Name)));
        for (var i = 0; i < 33; i++)
        {
            Assert.Equal(expected.Part("body")[i].Confidence, actual.Part("body")[i].Confidence, 0.01f);
            Assert.Equal(expected.Part("body")[i].Z, actual.Part("body")[i].Z, 1f);
        }

        foreach (var (e, a) in expected.Part("right").ToArray().Zip(actual.Part("right").ToArray()))
            Assert.Equal(e.Z, a.Z, 0.5f);
    }

    [Theory]
    [InlineData("where-dog", 60)]
    [InlineData("mom-like-cat", 40)]
    public void Estimate_SampleVideo_EqualsMediaPipe(string sample, int frames)
    {
        var expected = PoseFileReader.Read(Path.Combine(Repository.Samples, sample + ".pose")).Frames;
        Compare(Path.Combine(Repository.Samples, sample + ".mp4"), expected, tracking: true, frames);
    }

    [Theory]
    [MemberData(nameof(Tracked))]
    public void Estimate_RealClip_EqualsMediaPipe(string clip)
    {
        Assert.SkipWhen(Goldens is null || Clips is null, ExternalData.Reason);
        var expected = PoseFileReader.Read(Path.Combine(Goldens!, clip + ".pose")).Frames;
        Compare(Path.Combine(Clips!, clip + ".mp4"), expected, tracking: true);
    }

    [Theory]
    [MemberData(nameof(Static))]
    public void Estimate_RealClipWithoutTracking_EqualsMediaPipe(string clip)
    {
        Assert.SkipWhen(Goldens is null || Clips is null, ExternalData.Reason);
        var expected = NumpyArray.Read(Path.Combine(Goldens!, clip + ".static.npy"));
        var video = Path.Combine(Clips!, clip + ".mp4");
        Compare(video, StaticGolden.Read(expected, Clip.Read(video, 1).Select(f => f.Image.Size()).Single()), tracking: false);
    }

    private static string Own(string file) => Path.Combine(Repository.Root, "tests", "SignBridge.Pose.Tests", "Holistic", "golden", file);

    private void Compare(string video, IReadOnlyList<PoseFrame> expected, bool tracking, int most = int.MaxValue)
    {
        using var estimator = new HolisticEstimator(loaded.Models, new HolisticOptions { Face = true, Tracking = tracking });
        var comparison = new PoseComparison();
        var count = 0;
        foreach (var frame in Clip.Read(video, most))
            comparison.Add(estimator.Estimate(frame), expected[count++]);
        Assert.Equal(Math.Min(most, expected.Count), count);
        comparison.AssertWithinBounds();
    }

    private static TheoryData<string> Names(string pattern) => Goldens is null
        ? ["none"]
        : [.. Directory.EnumerateFiles(Goldens, pattern).Select(f => Path.GetFileName(f).Split('.')[0]).Order(StringComparer.Ordinal)];
}
