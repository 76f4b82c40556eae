using SignBridge.Evaluation.Clips;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Evaluation.Tests.Clips;

public sealed class FrameSpanTests
{
    private const double Rate = 30;
    private const int Frames = 89;

    [Theory]
    [InlineData(0, 0.5, 0, 14)]
    [InlineData(1, 2.0, 30, 59)]
    [InlineData(2.5, null, 75, Frames - 1)]
    [InlineData(0, null, 0, Frames - 1)]
    [InlineData(2.5, 60.0, 75, Frames - 1)]
    public async Task Read_Part_HasTheFramesFromStartToBeforeEnd(double start, double? end, int first, int last)
    {
        var times = await ReadAsync(start, end);
        Assert.Equal(Enumerable.Range(first, last - first + 1), times.Select(t => (int)Math.Round(t.TotalSeconds * Rate)));
    }

    [Fact]
    public async Task Read_PartBehindTheEnd_HasNoFrames() => Assert.Empty(await ReadAsync(60, 61));

    [Fact]
    public async Task Read_Part_GivesTheOtherFramesBack()
    {
        using var pool = new FramePool();
        using var span = new FrameSpan(new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4"), pool), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Null(span.Info.FrameCount);
        await foreach (var frame in span.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                Assert.Equal(0, pool.IdleCount); // one frame passed through the pool, again and again
        }

        Assert.Equal(1, pool.IdleCount);
    }

    private static async Task<List<TimeSpan>> ReadAsync(double start, double? end)
    {
        using var span = new FrameSpan(
            new VideoFileSource(Path.Combine(Repository.Samples, "where-dog.mp4")), TimeSpan.FromSeconds(start), end is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        var times = new List<TimeSpan>();
        await foreach (var frame in span.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                times.Add(frame.Time);
        }

        return times;
    }
}
