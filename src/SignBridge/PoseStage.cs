using System.Runtime.CompilerServices;
using SignBridge.Pose;
using SignBridge.Video;

namespace SignBridge;

/// <summary>Frames in, poses out; each frame is disposed once its pose is known.</summary>
/// <remarks>Each part of the pose is a stage of its own, named after the part: while the hands of one frame are estimated, the body of the
/// next one is. The poses are those that <see cref="HolisticEstimator.Estimate"/> gives.</remarks>
public static class PoseStage
{
    // Each waiting frame makes a live pose older; one keeps both neighbours at work.
    private static readonly DeliveryPolicy PartLink = DeliveryPolicy.Wait(1);

    /// <summary>Adds the pose of every frame, at the frame's own time.</summary>
    /// <param name="frames">The pipeline in front.</param>
    /// <param name="policy">What the link in front does when the pose is slow.</param>
    /// <param name="estimator">Stays the caller's, who uses it for nothing else during a run.</param>
    public static Pipeline<PoseFrame> ThenPose(this Pipeline<VideoFrame> frames, DeliveryPolicy policy, HolisticEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(estimator);
        // A frame that stands for one tick needs no rate.
        return ThenPose(frames, policy, estimator, rate: 1, frame => new SampledFrame(frame, frame.Index, Count: 1, frame.Time));
    }

    /// <summary>Adds the poses at the ticks of a steady rate; a frame that stands for several is estimated once.</summary>
    internal static Pipeline<PoseFrame> ThenPose(
        this Pipeline<SampledFrame> frames, DeliveryPolicy policy, HolisticEstimator estimator, double rate) =>
        ThenPose(frames, policy, estimator, rate, frame => frame);

    private static Pipeline<PoseFrame> ThenPose<TFrame>(
        Pipeline<TFrame> frames, DeliveryPolicy policy, HolisticEstimator estimator, double rate, Func<TFrame, SampledFrame> sample)
    {
        var (body, others) = (estimator.Layout.Parts[0], estimator.Layout.Parts.Skip(1));
        var bodies = frames.Then<PendingPose>(body.Name, policy, (input, token) => EstimateAsync(
            input.Select(frame => new PendingPose(sample(frame), estimator.CreateLandmarks())), body, estimator, token));
        return others
            .Aggregate(bodies, (poses, part) => poses.Then<PendingPose>(
                part.Name, PartLink, (input, token) => EstimateAsync(input, part, estimator, token)))
            .Then<PoseFrame>(StageNames.Pose, PartLink, (input, token) => FinishAsync(input, estimator.Layout, rate, token));
    }

    private static async IAsyncEnumerable<PendingPose> EstimateAsync(
        IAsyncEnumerable<PendingPose> poses, SkeletonPart part, HolisticEstimator estimator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var pose in poses.WithCancellation(cancellationToken))
        {
            try
            {
                estimator.EstimatePart(part, pose.Sampled.Frame, pose.Landmarks);
            }
            catch
            {
                pose.Dispose();
                throw;
            }

            yield return pose;
        }
    }

    private static async IAsyncEnumerable<PoseFrame> FinishAsync(
        IAsyncEnumerable<PendingPose> poses, SkeletonLayout layout, double rate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (sampled, landmarks) in poses.WithCancellation(cancellationToken))
        {
            sampled.Dispose();
            for (var i = 0; i < sampled.Count; i++)
            {
                // Each pose has landmarks of its own, so that its holder may give them back.
                yield return new PoseFrame(sampled.Time + TimeSpan.FromSeconds(i / rate), layout, i == 0 ? landmarks : [.. landmarks]);
            }
        }
    }
}
