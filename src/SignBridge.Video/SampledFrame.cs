namespace SignBridge.Video;

/// <summary>A frame that stands for one or more ticks of a steady rate. Its holder disposes the frame.</summary>
/// <param name="Frame">The frame nearest in time; it keeps the time it has in its source.</param>
/// <param name="Tick">Number of the first tick it stands for, from 0.</param>
/// <param name="Count">How many ticks in a row it stands for, at least 1: more where the source is slower than the rate.</param>
/// <param name="Time">Media time of that tick, <c>Tick / rate</c> after the first frame: exactly steady, unlike the frame's own.</param>
public readonly record struct SampledFrame(VideoFrame Frame, long Tick, int Count, TimeSpan Time) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Frame.Dispose();
}
