using System.Runtime.CompilerServices;
using SignBridge.Video;

namespace SignBridge.Evaluation.Clips;

/// <summary>The frames of a part of a video: data sets cut sentences out of long recordings by their times.</summary>
/// <param name="source">Disposed with this source.</param>
/// <param name="start">The first media time that belongs to the part.</param>
/// <param name="end">The media time at which it is over; null for the end of the video.</param>
internal sealed class FrameSpan(IFrameSource source, TimeSpan start, TimeSpan? end) : IFrameSource
{
    public VideoInfo Info => source.Info with { FrameCount = null };

    public IReadOnlyList<Notice> Notices => source.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in source.ReadAsync(cancellationToken))
        {
            var isOver = frame.Time >= end;
            if (frame.Time >= start && !isOver)
            {
                yield return frame;
                continue;
            }

            frame.Dispose();
            if (isOver)
                yield break;
        }
    }

    public void Dispose() => source.Dispose();
}
