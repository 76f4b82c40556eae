using SignBridge.Pose;

namespace SignBridge.Cli;

/// <summary>The poses of every frame of a video, as <c>signbridge pose</c> estimates them.</summary>
internal sealed class PoseWork(HolisticModels models, HolisticOptions options, double imagesPerSecond) : IMeasuredWork
{
    private PipelineMeters _meters = new(TimeProvider.System);

    public void Restart(PipelineMeters meters) => _meters = meters;

    public async Task<MeasuredClip> RunAsync(string input, Action poseDone, CancellationToken cancellationToken)
    {
        using var source = RecordedFrames.Open(input, imagesPerSecond);
        using var estimator = new HolisticEstimator(models, options);
        var frames = 0;
        await foreach (var pose in PoseRun.PosesOf(source, estimator).RunAsync(_meters, cancellationToken))
        {
            estimator.Recycle(pose); // as a live consumer does
            poseDone();
            frames++;
        }

        return new MeasuredClip(frames, TimeSpan.FromSeconds(frames / source.Info.FramesPerSecond));
    }

    public void Dispose() => models.Dispose();
}
