using System.Runtime.CompilerServices;

namespace SignBridge.Video;

/// <summary>A camera that may be unplugged: its frames then end instead of failing, so that what was seen before is read to the end.</summary>
/// <param name="camera">Disposed with this source.</param>
/// <param name="start">Media time of its first frame: a camera that comes back goes on in the time of the stream.</param>
public sealed class LosableSource(IFrameSource camera, TimeSpan start) : IFrameSource
{
    /// <inheritdoc/>
    public VideoInfo Info => camera.Info;

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => camera.Notices;

    /// <summary>Why there are no more frames, once the camera was lost; null before, and where the frames ended by themselves.</summary>
    public SignBridgeException? Loss { get; private set; }

    /// <summary>How many frames were read.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var frames = camera.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(frames))
            yield return frames.Current.Show(start + frames.Current.Time, Count++);
    }

    /// <inheritdoc/>
    public void Dispose() => camera.Dispose();

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<VideoFrame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            Loss = e;
            return false;
        }
    }
}
