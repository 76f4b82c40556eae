using SignBridge.Pose;
using SignBridge.Video;

namespace SignBridge.Tests;

public sealed class PoseStageTests(ShippedModels models)
{
    private readonly Frames _frames = new();

    [Fact]
    public async Task Estimate_EveryFrame_GivesItsPoseAtItsTimeAndDisposesIt()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        var times = new List<double>();
        await foreach (var pose in PoseStage.EstimateAsync(_frames.At(0.5, 0.6, 1.7), estimator, TestContext.Current.CancellationToken))
            times.Add(pose.Time.TotalSeconds);
        Assert.Equal([0.5, 0.6, 1.7], times);
        Assert.Equal(3, _frames.Disposed);
    }

    [Fact]
    public async Task Estimate_FrameForSeveralTicks_GivesItsPoseAtEach()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        var poses = new List<PoseFrame>();
        var sampled = _frames.At(0, 0.2, 0.3).ResampleAsync(10, TestContext.Current.CancellationToken);
        await foreach (var pose in PoseStage.EstimateAsync(sampled, estimator, 10, TestContext.Current.CancellationToken))
            poses.Add(pose);
        Assert.Equal([0, 0.1, 0.2, 0.3], poses.Select(p => p.Time.TotalSeconds));
        Assert.Equal(3, _frames.Disposed);
    }

    [Fact]
    public async Task Estimate_ConsumerThatLeaves_HasTheFramesDisposed()
    {
        using var estimator = new HolisticEstimator(models.Pose, new HolisticOptions());
        await foreach (var _ in PoseStage.EstimateAsync(_frames.At(0, 1, 2), estimator, TestContext.Current.CancellationToken))
            break;
        Assert.Equal(1, _frames.Disposed);
    }
}
