using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary>Images of a client as a source of frames. A frame is finished when it is disposed: thinned out, dropped under load, or its pose known.</summary>
internal sealed class ImageStream : IClientStream, IFrameSource
{
    private readonly Channel<ReceivedImage> _images;
    private Action? _finished;

    /// <param name="info">The size that every image has.</param>
    /// <param name="window">At most as many images wait as it lets through.</param>
    /// <param name="rate">Poses a second that are read.</param>
    public ImageStream(VideoInfo info, FrameWindow window, double rate)
    {
        Info = info;
        Window = window;
        Drops = new DroppedPoses(rate);
        _images = Channel.CreateBounded<ReceivedImage>(new BoundedChannelOptions(window.Most) { SingleReader = true, SingleWriter = true });
    }

    public FrameWindow Window { get; }

    public DroppedPoses Drops { get; }

    public VideoInfo Info { get; }

    public IReadOnlyList<Notice> Notices => [];

    public void Add(FrameHeader frame, ReadOnlySpan<byte> payload)
    {
        if (frame.Kind != FrameKind.Image)
            throw new ProtocolViolation("malformed-message", "Landmarks came in a session whose source is frames: start one whose source is landmarks.");
        var image = new ReceivedImage(frame, payload);
        if (!_images.Writer.TryWrite(image))
            image.Dispose(); // the session has ended
    }

    public void Complete() => _images.Writer.TryComplete();

    public IAsyncEnumerable<LiveEvent> FollowAsync(LiveTranslator live, Action finished, CancellationToken cancellationToken)
    {
        _finished = finished;
        return live.FollowAsync(this, cancellationToken);
    }

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long index = 0;
        await foreach (var image in _images.Reader.ReadAllAsync(cancellationToken))
        {
            using (image)
                yield return Decode(image, index++);
        }
    }

    /// <summary>Gives back what nobody read.</summary>
    public void Dispose()
    {
        Complete();
        while (_images.Reader.TryRead(out var image))
            image.Dispose();
    }

    private VideoFrame Decode(ReceivedImage image, long index)
    {
        var number = image.Frame.Number;
        try
        {
            return new VideoFrame(EncodedImage.Decode(image.Bytes, Info.Width, Info.Height), image.Frame.Time, index, decoded =>
            {
                decoded.Image.Dispose();
                Window.Finish(number);
                _finished!();
            });
        }
        catch (SignBridgeException e)
        {
            throw new ProtocolViolation("bad-image", FormattableString.Invariant($"Frame {number} is refused: {e.Message}"));
        }
    }
}
