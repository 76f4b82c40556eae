using System.Runtime.CompilerServices;
using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Shows each image of a source to somebody before it is read.</summary>
/// <param name="source">Disposed with this source.</param>
/// <param name="see">Looks at an image; it is the reader's again afterwards.</param>
internal sealed class WatchedSource(IFrameSource source, Action<Mat> see) : IFrameSource
{
    public VideoInfo Info => source.Info;

    public IReadOnlyList<Notice> Notices => source.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in source.ReadAsync(cancellationToken))
        {
            see(frame.Image);
            yield return frame;
        }
    }

    public void Dispose() => source.Dispose();
}
