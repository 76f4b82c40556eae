using System.Collections.Concurrent;
using OpenCvSharp;
using SignBridge.Onnx;
using SignBridge.Pose.Holistic;
using SignBridge.Video;

namespace SignBridge.Pose;

/// <summary>MediaPipe Holistic: body, hands and, where wanted, the face of the most prominent person in each frame of one stream.</summary>
/// <remarks>
/// <para>Follows <c>mediapipe/modules/holistic_landmark/holistic_landmark_cpu.pbtxt</c> of MediaPipe 0.10.21 as its Python solution runs
/// it: the body first, then both hands and the face, each in a region that the body suggests. The last frame's region is looked at again
/// while it fits, and the body is smoothed by the media time of the frames.</para>
/// <para>One estimator is for one stream; streams share <see cref="HolisticModels"/>. Each part is for one thread at a time.</para>
/// </remarks>
public sealed class HolisticEstimator : IDisposable
{
    private const string BodyPart = "body";

    private readonly HolisticModels? _owned;
    private readonly BodyEstimator _body;
    private readonly Dictionary<string, IPartEstimator> _parts;
    private readonly SkeletonPart _bodyPart;
    private readonly ConcurrentQueue<Landmark[]> _idle = new();

    /// <summary>Starts a stream on loaded models.</summary>
    /// <param name="models">Stay loaded as long as the estimator lives; the caller disposes them.</param>
    /// <param name="options">As the models were loaded, or without the face.</param>
    /// <exception cref="ArgumentException">The face is wanted but its models are not loaded.</exception>
    public HolisticEstimator(HolisticModels models, HolisticOptions options)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Face && !models.HasFace)
            throw new ArgumentException("The face models are not loaded: load HolisticModels with Face, too.", nameof(options));
        Extractor = models.Extractor;
        Layout = options.Face ? SkeletonLayout.Holistic : SkeletonLayout.HolisticWithoutFace;
        _bodyPart = Layout.Parts.Single(p => p.Name == BodyPart);
        _body = new BodyEstimator(models, options.Tracking);
        _parts = Layout.Parts.Where(p => p != _bodyPart).ToDictionary(p => p.Name, p => Create(p.Name, models, options.Tracking));
    }

    private HolisticEstimator(HolisticOptions options, HolisticModels owned)
        : this(owned, options) => _owned = owned;

    /// <summary>What the landmarks of every pose are.</summary>
    public SkeletonLayout Layout { get; }

    /// <summary>Name of the package, which recognisers and <c>.pose</c> files call the extractor.</summary>
    public string Extractor { get; }

    /// <summary>Loads the models for one stream alone; they are disposed with it.</summary>
    /// <exception cref="SignBridgeException">A file is damaged or not what the card says (<see cref="FailureKind.Model"/>).</exception>
    public static HolisticEstimator Load(ModelPackage package, SessionFactory sessions, HolisticOptions options) =>
        new(options, HolisticModels.Load(package, sessions, options));

    /// <summary>How many people were in view when they were last counted, every 2 s of media time. The most prominent one is followed.</summary>
    public int People => _body.People;

    /// <summary>Estimates the pose in the next frame of the stream.</summary>
    /// <param name="frame">8-bit BGR, of any size; it stays the caller's.</param>
    /// <returns>Landmarks in pixels of the frame; a part that was not seen is absent. The confidence of the body's is their visibility,
    /// that of hands and face 1.</returns>
    /// <exception cref="ArgumentException">The frame is not 8-bit BGR, or empty.</exception>
    public PoseFrame Estimate(VideoFrame frame)
    {
        var landmarks = CreateLandmarks();
        foreach (var part in Layout.Parts)
            EstimatePart(part, frame, landmarks);
        return new PoseFrame(frame.Time, Layout, landmarks);
    }

    /// <summary>As many landmarks as the layout has, all absent, for <see cref="EstimatePart"/>.</summary>
    public Landmark[] CreateLandmarks()
    {
        if (!_idle.TryDequeue(out var landmarks))
            landmarks = new Landmark[Layout.Count];
        Array.Fill(landmarks, Landmark.Absent);
        return landmarks;
    }

    /// <summary>Takes back a pose that nobody looks at any more: its landmarks become those of a later one. Poses that are kept need not come
    /// back.</summary>
    /// <param name="pose">One of this estimator's, once; those that <see cref="PoseFrame.At"/> made of it are no more either.</param>
    /// <exception cref="ArgumentException">The pose has another layout.</exception>
    public void Recycle(PoseFrame pose)
    {
        if (!Layout.Equals(pose.Layout))
            throw new ArgumentException($"The estimator gives poses of the layout {Layout}, not {pose.Layout}.", nameof(pose));
        _idle.Enqueue(pose.Memory);
    }

    /// <summary>One step of <see cref="Estimate"/>. A part knows its own past and the body of its frame only: while one thread estimates a
    /// part, others may estimate other parts of other frames.</summary>
    /// <param name="part">One of the layout's. The body of a frame comes before its other parts.</param>
    /// <param name="frame">8-bit BGR, of any size; it stays the caller's. For each part the frames come in their order.</param>
    /// <param name="landmarks">Those of the frame, where the part is filled in if it is seen.</param>
    /// <exception cref="ArgumentException">The frame is not 8-bit BGR, or empty; the landmarks are not as many as the layout has.</exception>
    public void EstimatePart(SkeletonPart part, VideoFrame frame, Landmark[] landmarks)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(landmarks);
        if (frame.Image.Empty() || frame.Image.Type() != MatType.CV_8UC3)
            throw new ArgumentException("A frame is 8-bit BGR and not empty.", nameof(frame));
        if (landmarks.Length != Layout.Count)
            throw new ArgumentException($"The layout {Layout} has {Layout.Count} landmarks, not {landmarks.Length}.", nameof(landmarks));
        var body = Span(landmarks, _bodyPart);
        if (part == _bodyPart)
            _body.Estimate(frame.Image, frame.Time, body);
        else if (body[0].IsPresent)
            _parts[part.Name].Estimate(frame.Image, body, Span(landmarks, part));
        else
            _parts[part.Name].Reset();
    }

    /// <summary>Forgets the past: the next frame is the first of another clip.</summary>
    public void Reset()
    {
        _body.Reset();
        foreach (var estimator in _parts.Values)
            estimator.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _body.Dispose();
        foreach (var estimator in _parts.Values)
            estimator.Dispose();
        _owned?.Dispose();
    }

    private static IPartEstimator Create(string part, HolisticModels models, bool tracking) => part switch
    {
        "left" => new HandEstimator(models, tracking, wrist: 15),
        "right" => new HandEstimator(models, tracking, wrist: 16),
        _ => new FaceEstimator(models, tracking),
    };

    private static Span<Landmark> Span(Landmark[] landmarks, SkeletonPart part) => landmarks.AsSpan(part.Offset, part.Count);
}
