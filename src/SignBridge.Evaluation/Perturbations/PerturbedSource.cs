using System.Runtime.CompilerServices;
using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>Frames of another source, each with its picture changed.</summary>
/// <param name="source">Disposed with this source.</param>
/// <param name="info">What is known about the changed frames.</param>
/// <param name="change">Makes a new picture; the one given stays the source's.</param>
internal sealed class PerturbedSource(IFrameSource source, VideoInfo info, Func<Mat, Mat> change) : IFrameSource
{
    public VideoInfo Info => info;

    public IReadOnlyList<Notice> Notices => source.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in source.ReadAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            VideoFrame changed;
            using (frame)
                changed = new VideoFrame(change(frame.Image), frame.Time, frame.Index);
            yield return changed;
        }
    }

    public void Dispose() => source.Dispose();
}
