namespace SignBridge.Tests;

public sealed class MediaClockTests
{
    private readonly MediaClock _clock = new();

    [Fact]
    public void Duration_BeforeAnyFrame_IsNone() => Assert.Equal(TimeSpan.Zero, _clock.Duration(25));

    [Fact]
    public async Task Duration_OfOneFrame_IsThatOfItsShowing() => Assert.Equal(0.04, await WatchAsync(7));

    [Fact]
    public async Task Duration_OfUnsteadyFrames_ComesFromTheirTimes() => Assert.Equal(2.04, await WatchAsync(1, 1.5, 3), 6);

    [Fact]
    public async Task Watch_Frames_PassesThemOnUndisposed()
    {
        var frames = new Frames();
        await foreach (var frame in _clock.WatchAsync(frames.At(0, 1), TestContext.Current.CancellationToken))
        {
            Assert.False(frame.Image.IsDisposed);
            frame.Dispose();
        }

        Assert.Equal(2, frames.Disposed);
    }

    private async Task<double> WatchAsync(params double[] seconds)
    {
        await foreach (var frame in _clock.WatchAsync(new Frames().At(seconds), TestContext.Current.CancellationToken))
            frame.Dispose();
        return _clock.Duration(25).TotalSeconds;
    }
}
