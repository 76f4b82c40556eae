using System.Runtime.CompilerServices;
using SignBridge.Pose;
using SignBridge.Video;

namespace SignBridge;

/// <summary>The pose stage: frames in, poses out; each frame is disposed once its pose is known.</summary>
public static class PoseStage
{
    /// <summary>The pose of every frame, at the frame's own time.</summary>
    public static async IAsyncEnumerable<PoseFrame> EstimateAsync(
        IAsyncEnumerable<VideoFrame> frames, HolisticEstimator estimator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var frame in frames.WithCancellation(cancellationToken))
        {
            PoseFrame pose;
            using (frame)
                pose = estimator.Estimate(frame);
            yield return pose;
        }
    }

    /// <summary>The poses at the ticks of a steady rate; a frame that stands for several is estimated once.</summary>
    internal static async IAsyncEnumerable<PoseFrame> EstimateAsync(
        IAsyncEnumerable<SampledFrame> frames, HolisticEstimator estimator, double rate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var sampled in frames.WithCancellation(cancellationToken))
        {
            PoseFrame pose;
            using (sampled)
                pose = estimator.Estimate(sampled.Frame);
            for (var i = 0; i < sampled.Count; i++)
                yield return pose.At(sampled.Time + TimeSpan.FromSeconds(i / rate));
        }
    }
}
