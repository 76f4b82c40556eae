using System.Numerics;
using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>The body of one stream: detector, landmarks, the region of the next frame, smoothing (<c>pose_landmark_cpu.pbtxt</c>).</summary>
internal sealed class BodyEstimator : IDisposable
{
    private const float MinPresence = 0.5f;
    private const float RegionScale = 1.25f;
    private const float Upright = MathF.PI / 2;
    private const int LandmarkCount = 33;

    // The model gives two landmarks beyond the body, from which its next region is made: the middle of the hips and a point above the head.
    private const int AlignmentCount = 2;
    private const int ValuesPerLandmark = 5;

    // By how much another person must be more prominent than the one that the detector is surest of, whom MediaPipe takes.
    private const float MoreProminent = 1.25f;

    // While somebody is followed nothing is detected, so others are looked for now and then: one frame in thirty costs 5 ms more.
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(2);

    private readonly Crop _detection;
    private readonly Crop _crop;
    private readonly SsdDecoder _decoder;
    private readonly bool _tracking;

    // Constants of pose_landmark_filtering.pbtxt.
    private readonly VisibilitySmoother _visibility = new(LandmarkCount, alpha: 0.1f);
    private readonly LandmarkSmoother _smoother = new(LandmarkCount, new OneEuroSettings(MinCutoff: 0.05, Beta: 80));
    private readonly LandmarkSmoother _alignmentSmoother = new(AlignmentCount, new OneEuroSettings(MinCutoff: 0.01, Beta: 10));

    private Region? _tracked;
    private TimeSpan _counted;

    /// <summary>Allocates the buffers of a stream.</summary>
    public BodyEstimator(HolisticModels models, bool tracking)
    {
        _detection = new Crop(models.BodyDetector, BorderTypes.Constant);
        _crop = new Crop(models.Body, BorderTypes.Replicate);
        _decoder = new SsdDecoder(SsdAnchors.Create(_detection.Side, 8, 16, 32, 32, 32), _detection.Side, keypoints: 4);
        _tracking = tracking;
    }

    /// <summary>How many people the detector saw when it last looked.</summary>
    public int People { get; private set; }

    /// <summary>Finds the body in a frame.</summary>
    /// <param name="frame">BGR.</param>
    /// <param name="time">Media time.</param>
    /// <param name="body">Takes 33 landmarks where a body was found.</param>
    /// <returns>Whether one was found.</returns>
    public bool Estimate(Mat frame, TimeSpan time, Span<Landmark> body)
    {
        if (_tracked is null || (time - _counted).Duration() >= CountInterval)
        {
            _counted = time;
            var found = Detect(frame);
            _tracked ??= found;
        }

        if (_tracked is { IsUsable: true } region && Run(frame, region))
        {
            Span<Landmark> alignment = stackalloc Landmark[AlignmentCount];
            Read(region, 0, body);
            Read(region, LandmarkCount, alignment);
            if (_tracking)
                Track(time, body, alignment);
            else
                _tracked = null;
            return true;
        }

        // Visibility is smoothed across the gap: MediaPipe's calculator is not called while there is no body, so it never resets.
        _tracked = null;
        _smoother.Reset();
        _alignmentSmoother.Reset();
        return false;
    }

    /// <summary>Forgets the past.</summary>
    public void Reset()
    {
        _tracked = null;
        _visibility.Reset();
        _smoother.Reset();
        _alignmentSmoother.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detection.Dispose();
        _crop.Dispose();
    }

    /// <summary>Looks for people and chooses the most prominent one.</summary>
    private Region? Detect(Mat frame)
    {
        var whole = Region.OfFrame(frame.Width, frame.Height);
        _detection.Run(frame, whole);
        Span<Vector2> points = stackalloc Vector2[4];
        People = 0;
        Region? chosen = null;
        for (var isFound = _decoder.TryDecode(_detection[0], _detection[1], points); isFound; isFound = _decoder.TryNext(_detection[0], points))
        {
            var region = Region.FromAlignment(whole.ToFrame(points[0]), whole.ToFrame(points[1]), Upright).Adjust(RegionScale);
            if (chosen is null || Prominence(region, whole) > MoreProminent * Prominence(chosen.Value, whole))
                chosen = region;
            People++;
        }

        return chosen;
    }

    /// <summary>Large and central is prominent; at the border of the frame half as much as in its middle.</summary>
    private static float Prominence(Region person, Region whole) =>
        person.Size * (1 - MathF.Min(0.5f, Vector2.Distance(person.Center, whole.Center) / whole.Size));

    private bool Run(Mat frame, Region region)
    {
        _crop.Run(frame, region);
        return _crop[1][0] > MinPresence;
    }

    private void Read(Region region, int first, Span<Landmark> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var values = _crop[0].Slice((first + i) * ValuesPerLandmark, ValuesPerLandmark);
            var refined = HeatmapRefinement.Refine(_crop[2], first + i, new Vector2(values[0], values[1]) / _crop.Side);
            var position = region.ToFrame(refined);
            var visibility = 1 / (1 + MathF.Exp(-values[3]));
            result[i] = new Landmark(position.X, position.Y, values[2] / _crop.Side * region.Size, visibility);
        }
    }

    private void Track(TimeSpan time, Span<Landmark> body, Span<Landmark> alignment)
    {
        var size = Region.FromAlignment(alignment[0].Position, alignment[1].Position, Upright).Size;
        _visibility.Apply(body);
        _smoother.Apply(body, size, time);
        _alignmentSmoother.Apply(alignment, size, time);
        _tracked = Region.FromAlignment(alignment[0].Position, alignment[1].Position, Upright).Adjust(RegionScale);
    }
}
