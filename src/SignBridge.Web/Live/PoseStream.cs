using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SignBridge.Web;

/// <summary>Landmarks of a client as a stream of poses. A pose is finished when the recogniser's queue has taken it: none is dropped.</summary>
internal sealed class PoseStream : IClientStream
{
    private const int BytesPerLandmark = 3 * sizeof(float);
    private const float MostPixels = 1e6f; // a landmark out of view lies a few frames away

    private readonly Channel<(long Number, PoseFrame Pose)> _poses;
    private readonly StartMessage _start;
    private readonly SkeletonLayout _layout;

    /// <param name="start">What the client said about its poses.</param>
    /// <param name="layout">What its landmarks are.</param>
    /// <param name="window">At most as many poses wait as it lets through.</param>
    public PoseStream(StartMessage start, SkeletonLayout layout, FrameWindow window)
    {
        _start = start;
        _layout = layout;
        Window = window;
        _poses = Channel.CreateBounded<(long, PoseFrame)>(new BoundedChannelOptions(window.Most) { SingleReader = true, SingleWriter = true });
    }

    public FrameWindow Window { get; }

    public DroppedPoses? Drops => null;

    public void Add(FrameHeader frame, ReadOnlySpan<byte> payload)
    {
        if (frame.Kind != FrameKind.Landmarks || payload.Length != _layout.Count * BytesPerLandmark)
        {
            throw new ProtocolViolation("malformed-message",
                $"Frame {frame.Number} has {payload.Length} bytes of kind {(int)frame.Kind}, expected {_layout.Count * BytesPerLandmark} of kind 2: x, y and confidence of {_layout}.");
        }

        var landmarks = new Landmark[_layout.Count];
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = Read(payload[(i * BytesPerLandmark)..], frame, i);
        _poses.Writer.TryWrite((frame.Number, new PoseFrame(frame.Time, _layout, landmarks)));
    }

    public void Complete() => _poses.Writer.TryComplete();

    public IAsyncEnumerable<LiveEvent> FollowAsync(LiveTranslator live, Action finished, CancellationToken cancellationToken) =>
        live.FollowAsync(ReadAsync(finished, cancellationToken), _layout, _start.Width, _start.Height, _start.Extractor, cancellationToken);

    private async IAsyncEnumerable<PoseFrame> ReadAsync(Action finished, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, pose) in _poses.Reader.ReadAllAsync(cancellationToken))
        {
            yield return pose;
            Window.Finish(number);
            finished();
        }
    }

    private static Landmark Read(ReadOnlySpan<byte> bytes, FrameHeader frame, int index)
    {
        var x = BinaryPrimitives.ReadSingleLittleEndian(bytes);
        if (float.IsNaN(x))
            return Landmark.Absent;
        var y = BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]);
        var confidence = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        // Written so that NaN fails.
        if (MathF.Abs(x) <= MostPixels && MathF.Abs(y) <= MostPixels && confidence is >= 0 and <= 1)
            return new Landmark(x, y, 0, confidence);
        throw new ProtocolViolation("malformed-message", FormattableString.Invariant(
            $"Landmark {index} of frame {frame.Number} is at {x}, {y} with confidence {confidence}, expected pixels and 0 to 1, or NaN where it is absent."));
    }
}
