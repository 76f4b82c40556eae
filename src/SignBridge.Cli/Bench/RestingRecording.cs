using System.Runtime.CompilerServices;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>A recording whose last frame stands for a while: long enough for the pause that ends an utterance.</summary>
internal sealed class RestingRecording(IFrameSource recording, TimeSpan rest) : IFrameSource
{
    public VideoInfo Info => recording.Info;

    public IReadOnlyList<Notice> Notices => recording.Notices;

    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var last = new OpenCvSharp.Mat();
        var (time, index) = (TimeSpan.Zero, 0L);
        await foreach (var frame in recording.ReadAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            (time, index) = (frame.Time, frame.Index);
            frame.Image.CopyTo(last); // cheap beside decoding it, and only the source knows which is the last
            yield return frame;
        }

        var period = TimeSpan.FromSeconds(1 / Info.FramesPerSecond);
        for (var end = time + rest; time < end;)
            yield return new VideoFrame(last.Clone(), time += period, ++index);
    }

    public void Dispose() => recording.Dispose();
}
