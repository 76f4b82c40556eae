using System.Runtime.CompilerServices;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary>Frames up to a media time: a container may announce less than it holds.</summary>
/// <param name="source">Disposed with this source.</param>
/// <param name="limits">What is too long.</param>
internal sealed class LimitedSource(IFrameSource source, ClipLimits limits) : IFrameSource
{
    public VideoInfo Info => source.Info;

    public IReadOnlyList<Notice> Notices => source.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in source.ReadAsync(cancellationToken))
        {
            if (frame.Time > limits.Duration)
            {
                frame.Dispose();
                throw TooLong(limits);
            }

            yield return frame;
        }
    }

    public void Dispose() => source.Dispose();

    public static SignBridgeException TooLong(ClipLimits limits) => new(
        FailureKind.Input, FormattableString.Invariant($"The clip is longer than {limits.Duration.TotalMinutes:0.##} minutes: cut it into parts."));
}
