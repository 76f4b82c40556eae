using System.Runtime.ExceptionServices;
using OpenCvSharp;
using SignBridge.Onnx;
using SignBridge.Pose.Holistic;
using SignBridge.Video;

namespace SignBridge.Pose;

/// <summary>MediaPipe Holistic: body, hands and, where wanted, the face of the most prominent person in each frame of one stream.</summary>
/// <remarks>
/// <para>Follows <c>mediapipe/modules/holistic_landmark/holistic_landmark_cpu.pbtxt</c> of MediaPipe 0.10.21 as its Python solution runs
/// it: the body first, then both hands and the face at the same time, each in a region that the body suggests. The last frame's region
/// is looked at again while it fits, and the body is smoothed by the media time of the frames.</para>
/// <para>One estimator is for one stream and one thread at a time; streams share <see cref="HolisticModels"/>.</para>
/// </remarks>
public sealed class HolisticEstimator : IDisposable
{
    private const string BodyPart = "body";

    private readonly HolisticModels? _owned;
    private readonly BodyEstimator _body;
    private readonly (SkeletonPart Part, IPartEstimator Estimator)[] _parts;
    private readonly Action[] _work;
    private readonly SkeletonPart _bodyPart;

    private Mat? _frame;
    private Landmark[] _landmarks = [];

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
        _parts = [.. Layout.Parts.Where(p => p.Name != BodyPart).Select(p => (p, Create(p.Name, models, options.Tracking)))];
        _work = [.. _parts.Select<(SkeletonPart, IPartEstimator), Action>(p => () => Estimate(p.Item1, p.Item2))];
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

    /// <summary>Estimates the pose in the next frame of the stream.</summary>
    /// <param name="frame">8-bit BGR, of any size; it stays the caller's.</param>
    /// <returns>Landmarks in pixels of the frame; a part that was not seen is absent. The confidence of the body's is their visibility,
    /// that of hands and face 1.</returns>
    /// <exception cref="ArgumentException">The frame is not 8-bit BGR, or empty.</exception>
    public PoseFrame Estimate(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Image.Empty() || frame.Image.Type() != MatType.CV_8UC3)
            throw new ArgumentException("A frame is 8-bit BGR and not empty.", nameof(frame));
        _landmarks = new Landmark[Layout.Count];
        if (!_body.Estimate(frame.Image, frame.Time, Span(_bodyPart)))
        {
            foreach (var (_, estimator) in _parts)
                estimator.Reset();
            return PoseFrame.Empty(frame.Time, Layout);
        }

        EstimateParts(frame.Image);
        return new PoseFrame(frame.Time, Layout, _landmarks);
    }

    /// <summary>Forgets the past: the next frame is the first of another clip.</summary>
    public void Reset()
    {
        _body.Reset();
        foreach (var (_, estimator) in _parts)
            estimator.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _body.Dispose();
        foreach (var (_, estimator) in _parts)
            estimator.Dispose();
        _owned?.Dispose();
    }

    private static IPartEstimator Create(string part, HolisticModels models, bool tracking) => part switch
    {
        "left" => new HandEstimator(models, tracking, wrist: 15),
        "right" => new HandEstimator(models, tracking, wrist: 16),
        _ => new FaceEstimator(models, tracking),
    };

    private void EstimateParts(Mat frame)
    {
        _frame = frame;
        try
        {
            Parallel.Invoke(_work);
        }
        catch (AggregateException e)
        {
            // One part's failure fails the frame; which of several is told does not matter.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        finally
        {
            _frame = null;
        }
    }

    private void Estimate(SkeletonPart part, IPartEstimator estimator)
    {
        if (!estimator.Estimate(_frame!, Span(_bodyPart), Span(part)))
            Span(part).Fill(Landmark.Absent);
    }

    private Span<Landmark> Span(SkeletonPart part) => _landmarks.AsSpan(part.Offset, part.Count);
}
