namespace SignBridge.Tests;

public sealed class ClipTests
{
    private static readonly Notice FromSource = new("truncated-video", "It is cut off.");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Require_LessThanTwoFrames_IsRefused(int frames)
    {
        var failure = Assert.Throws<SignBridgeException>(Clip(Somebody(frames), 30).Require);
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("'clip.mp4' lasts 0.07 s, expected a moving sign", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_NobodyInAnyFrame_IsRefused()
    {
        var nobody = new PoseFrame[] { PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace), PoseFrame.Empty(TimeSpan.FromSeconds(1), SkeletonLayout.HolisticWithoutFace) };
        var failure = Assert.Throws<SignBridgeException>(Clip(nobody, 30).Require);
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("Nobody is in view in 'clip.mp4'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_SomebodyInOneFrame_Passes() =>
        Clip([PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace), .. Somebody(1)], 30).Require();

    [Theory]
    [InlineData(12, true)]
    [InlineData(13.4, true)]
    [InlineData(13.5, false)]
    [InlineData(14.985, false)]
    [InlineData(60, false)]
    public void Notices_RateBelowThatOfTheRecogniser_IsSaid(double rate, bool isLow)
    {
        var notices = Clip(Somebody(2), rate).Notices.ToList();
        Assert.Equal(FromSource, notices[0]);
        Assert.Equal(isLow ? ["low-frame-rate"] : [], notices.Skip(1).Select(n => n.Code));
    }

    [Fact]
    public void Notices_LowRate_NamesBothRates() =>
        Assert.Equal("The input has 12.5 frames/s, fewer than the 15 of the recogniser: expect more errors.", Clip(Somebody(2), 12.5).Notices.Last().Message);

    [Theory]
    [InlineData(0.05, 0.05)]
    [InlineData(0.1, 1 / 15.0)]
    public void Contain_GlossBehindTheEnd_EndsWithTheClip(double end, double expected)
    {
        var gloss = new Gloss("cat", TimeSpan.Zero, TimeSpan.FromSeconds(end), 1, []);
        Assert.Equal(TimeSpan.FromSeconds(expected), Clip(Somebody(2), 30).Contain(gloss).End);
    }

    [Theory]
    [InlineData(0.01, 0.05, 0.05)]
    [InlineData(0.01, 0.2, 1 / 15.0)]
    public void Contain_Gloss_EndsWithTheClipAtLatest(double start, double end, double contained)
    {
        var gloss = Clip(Somebody(2), 30).Contain(new Gloss("cat", TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), 1, []));
        Assert.Equal((TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(contained)), (gloss.Start, gloss.End));
    }

    private static Clip Clip(IReadOnlyList<PoseFrame> frames, double rate) => new(
        "clip.mp4", new PoseSequence(SkeletonLayout.HolisticWithoutFace, 640, 480, 15, frames, null), rate, TimeSpan.FromSeconds(1 / 15.0), [FromSource]);

    private static PoseFrame[] Somebody(int frames) => [.. Enumerable.Range(0, frames).Select(k =>
    {
        var landmarks = PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace).Landmarks.ToArray();
        landmarks[0] = new Landmark(1, 2, 0, 1);
        return new PoseFrame(TimeSpan.FromSeconds(k / 15.0), SkeletonLayout.HolisticWithoutFace, landmarks);
    })];
}
