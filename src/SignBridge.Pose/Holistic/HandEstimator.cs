using System.Numerics;
using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>One hand of one stream (<c>hand_landmarks_from_pose_cpu.pbtxt</c>, <c>hand_landmark_cpu.pbtxt</c>).</summary>
internal sealed class HandEstimator : IPartEstimator
{
    private const float MinWristVisibility = 0.1f;
    private const float MinPresence = 0.5f;
    private const float DepthScale = 0.4f;

    private readonly Crop _recrop;
    private readonly Crop _crop;
    private readonly PartTracker? _tracker;
    private readonly int _wrist;

    /// <summary>Allocates the buffers of a hand.</summary>
    /// <param name="models">The models.</param>
    /// <param name="tracking">Whether the last frame says where to look.</param>
    /// <param name="wrist">The body's landmark of the wrist; pinky and index finger follow at every second.</param>
    public HandEstimator(HolisticModels models, bool tracking, int wrist)
    {
        _recrop = new Crop(models.HandRecrop, BorderTypes.Replicate);
        _crop = new Crop(models.Hand, BorderTypes.Replicate);
        _tracker = tracking ? new PartTracker(21, new TrackingLimits(Degrees: 40, Translation: 0.2f, Scale: 0.4f, Margin: -0.1f)) : null;
        _wrist = wrist;
    }

    /// <inheritdoc/>
    public bool Estimate(Mat frame, ReadOnlySpan<Landmark> body, Span<Landmark> part)
    {
        if (body[_wrist].Confidence > MinWristVisibility
            && Recrop(frame, HandRegion.FromBody(body[_wrist].Position, body[_wrist + 2].Position, body[_wrist + 4].Position)) is { } suggested
            && (_tracker?.Choose(suggested) ?? suggested) is { IsUsable: true } region)
        {
            _crop.Run(frame, region);
            if (_crop[1][0] > MinPresence)
            {
                CropLandmarks.Project(_crop[0], _crop.Side, region, DepthScale, part);
                _tracker?.Remember(part, HandRegion.FromLandmarks(part));
                return true;
            }
        }

        Reset();
        return false;
    }

    /// <inheritdoc/>
    public void Reset() => _tracker?.Reset();

    /// <inheritdoc/>
    public void Dispose()
    {
        _recrop.Dispose();
        _crop.Dispose();
    }

    private Region? Recrop(Mat frame, Region region)
    {
        if (!region.IsUsable)
            return null;
        _recrop.Run(frame, region);
        var points = _recrop[0];
        return HandRegion.FromRecrop(
            region.ToFrame(new Vector2(points[0], points[1]) / _recrop.Side), region.ToFrame(new Vector2(points[2], points[3]) / _recrop.Side));
    }
}
