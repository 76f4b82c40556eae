using System.Numerics;
using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>The face of one stream (<c>face_landmarks_from_pose_cpu.pbtxt</c>, <c>face_landmark_cpu.pbtxt</c>).</summary>
internal sealed class FaceEstimator : IPartEstimator
{
    private const int KeypointCount = 6;

    // The graph asks for sigmoid(presence) > 0.5.
    private const float MinPresenceLogit = 0;

    private readonly Crop _detection;
    private readonly Crop _crop;
    private readonly SsdDecoder _decoder;
    private readonly PartTracker? _tracker;

    /// <summary>Allocates the buffers of a face.</summary>
    /// <param name="models">The models, loaded with those of the face.</param>
    /// <param name="tracking">Whether the last frame says where to look.</param>
    public FaceEstimator(HolisticModels models, bool tracking)
    {
        _detection = new Crop(models.FaceDetector, BorderTypes.Constant);
        _crop = new Crop(models.Face, BorderTypes.Replicate);
        _decoder = new SsdDecoder(SsdAnchors.Create(_detection.Side, 8, 16, 16, 16), _detection.Side, KeypointCount);
        _tracker = tracking ? new PartTracker(468, new TrackingLimits(Degrees: 15, Translation: 0.1f, Scale: 0.3f, Margin: -0.2f)) : null;
    }

    /// <inheritdoc/>
    public bool Estimate(Mat frame, ReadOnlySpan<Landmark> body, Span<Landmark> part)
    {
        if (Detect(frame, FaceRegion.FromBody(body)) is { } suggested && (_tracker?.Choose(suggested) ?? suggested) is { IsUsable: true } region)
        {
            _crop.Run(frame, region);
            if (_crop[1][0] > MinPresenceLogit)
            {
                CropLandmarks.Project(_crop[0], _crop.Side, region, depthScale: 1, part);
                _tracker?.Remember(part, FaceRegion.FromLandmarks(part));
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
        _detection.Dispose();
        _crop.Dispose();
    }

    private Region? Detect(Mat frame, Region region)
    {
        if (!region.IsUsable)
            return null;
        _detection.Run(frame, region);
        Span<Vector2> points = stackalloc Vector2[KeypointCount];
        if (!_decoder.TryDecode(_detection[0], _detection[1], points))
            return null;
        foreach (ref var point in points)
            point = region.ToFrame(point);
        return FaceRegion.FromDetection(points);
    }
}
