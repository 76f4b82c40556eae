using Microsoft.Extensions.Time.Testing;
using SignBridge.Testing;

namespace SignBridge.Video.Tests;

public sealed class RealTimeSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Recording_GivesEachFrameWhenItsTimeHasCome()
    {
        var time = new FakeTimeProvider();
        using var source = new RealTimeSource(new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4")), time);
        await using var frames = source.ReadAsync(Token).GetAsyncEnumerator(Token);

        Assert.True(await frames.MoveNextAsync());
        frames.Current.Dispose();
        var second = frames.MoveNextAsync().AsTask();
        await Task.Delay(50, Token);
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1 / 30.0) + TimeSpan.FromTicks(10_000));
        Assert.True(await second);
        Assert.Equal(1, frames.Current.Index);
        frames.Current.Dispose();
        Assert.True(source.Info.IsLive);
    }

    [Fact]
    public async Task Read_ReaderIsLate_WaitsForNothing()
    {
        var time = new FakeTimeProvider();
        using var source = new RealTimeSource(new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4")), time);
        var count = 0;
        await foreach (var frame in source.ReadAsync(Token))
        {
            frame.Dispose();
            time.Advance(TimeSpan.FromSeconds(1));
            count++;
        }

        Assert.Equal(89, count);
    }
}
