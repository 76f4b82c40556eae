using System.Runtime.CompilerServices;
using SignBridge.Video;

namespace SignBridge.Evaluation.Clips;

/// <summary>Passes frames on and knows how bright they were. The source stays the caller's.</summary>
internal sealed class BrightnessMeter(IFrameSource source) : IFrameSource
{
    // Light changes slowly: a few frames a second say enough.
    private const int Every = 10;
    private double _sum;
    private int _frames;

    /// <summary>The mean over the frames that were looked at, 0 to 255; null before the first.</summary>
    public double? Mean => _frames == 0 ? null : _sum / _frames;

    public VideoInfo Info => source.Info;

    public IReadOnlyList<Notice> Notices => source.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in source.ReadAsync(cancellationToken))
        {
            if (frame.Index % Every == 0)
            {
                _sum += frame.Brightness();
                _frames++;
            }

            yield return frame;
        }
    }

    public void Dispose()
    {
        // Nothing of its own.
    }
}
