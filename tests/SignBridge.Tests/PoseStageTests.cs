using SignBridge.Pose;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Tests;

public sealed class PoseStageTests(ShippedModels models)
{
    private static readonly DeliveryPolicy Link = DeliveryPolicy.Wait(2);
    private readonly Frames _frames = new();
    private readonly PipelineMeters _meters = new(TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThenPose_PartsOfSeveralFramesAtTheSameTime_AreThoseOfOneFrameAfterAnother(bool face)
    {
        var options = new HolisticOptions { Face = face };
        using var alone = new HolisticEstimator(models.Pose, options);
        var expected = new List<PoseFrame>();
        using var source = new VideoFileSource(SampleClip.Named("where-dog").Video);
        await foreach (var frame in source.ReadAsync(Token))
        {
            using (frame)
                expected.Add(alone.Estimate(frame));
        }

        using var again = new VideoFileSource(SampleClip.Named("where-dog").Video);
        using var estimator = new HolisticEstimator(models.Pose, options);
        var actual = await Pipeline.From("frames", again.ReadAsync).ThenPose(Link, estimator).RunAsync(_meters, Token).ToListAsync(Token);

        Assert.Equal(89, actual.Count);
        Assert.Contains(actual, p => p.Part("right")[0].IsPresent);
        Assert.Equal(face, actual.Exists(p => p.Layout.TryGetPart("face", out _) && p.Part("face")[0].IsPresent));
        foreach (var (e, a) in expected.Zip(actual))
        {
            Assert.Equal(e.Time, a.Time);
            Assert.Equal(e.Landmarks, a.Landmarks);
        }

        string[] stages = face ? ["frames", "body", "face", "left", "right", "pose"] : ["frames", "body", "left", "right", "pose"];
        Assert.Equal(stages, _meters.Snapshot().Select(s => s.Stage));
        Assert.All(_meters.Snapshot(), s => Assert.Equal(89, s.Items));
    }

    [Fact]
    public async Task ThenPose_EveryFrame_GivesItsPoseAtItsTimeAndDisposesIt()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        var poses = await Pipeline.From("frames", _ => _frames.At(0.5, 0.6, 1.7)).ThenPose(Link, estimator).RunAsync(_meters, Token).ToListAsync(Token);
        Assert.Equal([0.5, 0.6, 1.7], poses.Select(p => p.Time.TotalSeconds));
        Assert.All(poses, p => Assert.False(p.IsAnybodyPresent));
        Assert.Equal(3, _frames.Disposed);
    }

    [Fact]
    public async Task ThenPose_FrameForSeveralTicks_GivesItsPoseAtEach()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        var poses = await Pipeline
            .From("frames", token => _frames.At(0, 0.2, 0.3).ResampleAsync(10, token))
            .ThenPose(Link, estimator, 10).RunAsync(_meters, Token).ToListAsync(Token);
        Assert.Equal([0, 0.1, 0.2, 0.3], poses.Select(p => p.Time.TotalSeconds));
        Assert.Equal(poses[0].Landmarks, poses[1].Landmarks);
        Assert.False(poses[0].Landmarks.Overlaps(poses[1].Landmarks)); // so that both may be given back
        Assert.Equal(3, _frames.Disposed);
    }

    [Fact]
    public async Task ThenPose_ConsumerThatLeaves_HasTheFramesDisposed()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        await foreach (var _ in Pipeline.From("frames", _ => _frames.At([.. Enumerable.Range(0, 50)])).ThenPose(Link, estimator).RunAsync(_meters, Token))
            break;
        Assert.InRange(_frames.Made, 1, 50);
        Assert.Equal(_frames.Made, _frames.Disposed);
    }

    [Fact]
    public async Task ThenPose_FrameThatFails_GivesThePosesBeforeItAndDisposesAll()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        var times = new List<double>();
        await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            var frames = _frames.At(0, 1, 2).Append(_frames.Grey(3)).Concat(_frames.At(4, 5, 6));
            await foreach (var pose in Pipeline.From("frames", _ => frames).ThenPose(Link, estimator).RunAsync(_meters, Token))
                times.Add(pose.Time.TotalSeconds);
        });
        Assert.Equal([0, 1, 2], times);
        Assert.Equal(_frames.Made, _frames.Disposed);
    }
}
