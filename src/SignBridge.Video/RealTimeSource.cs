using System.Runtime.CompilerServices;

namespace SignBridge.Video;

/// <summary>A recording that plays as a camera does: each frame comes when its media time has come, whether or not anybody is ready for it.</summary>
/// <param name="recording">Disposed with this source.</param>
/// <param name="time">What tells the time.</param>
public sealed class RealTimeSource(IFrameSource recording, TimeProvider time) : IFrameSource
{
    /// <inheritdoc/>
    public VideoInfo Info => recording.Info with { IsLive = true };

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => recording.Notices;

    /// <inheritdoc/>
    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        await foreach (var frame in recording.ReadAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            var early = frame.Time - time.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
            {
                try
                {
                    await Task.Delay(early, time, cancellationToken);
                }
                catch
                {
                    frame.Dispose();
                    throw;
                }
            }

            yield return frame;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => recording.Dispose();
}
