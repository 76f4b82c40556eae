using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>Held against MediaPipe 0.10.21 for Python.</summary>
public sealed class HolisticGoldenTests(LoadedModels loaded)
{
    private static readonly string? Goldens = ExternalData.GoldenPose;
    private static readonly string? Clips = ExternalData.PopSign;

    public static TheoryData<string> Tracked => Names("*.pose");

    public static TheoryData<string> Static => Names("*.static.npy");

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
