using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class FrameResamplerTests
{
    private readonly List<VideoFrame> _made = [];

    [Fact]
    public async Task Resample_TwiceTheRate_TakesEverySecondFrameAndDisposesTheOthers()
    {
        var sampled = await Resample(FramesAt(30, 10));

        Assert.Equal([0, 2, 4, 6, 8], sampled.Select(s => s.Frame.Index));
        Assert.Equal([0, 1, 2, 3, 4], sampled.Select(s => s.Tick));
        Assert.All(sampled, s => Assert.Equal(1, s.Count));
        Assert.All(_made, frame => Assert.Equal(frame.Index % 2 == 1, frame.Image.IsDisposed));
    }

    [Fact]
    public async Task Resample_SlowerSource_GivesEachFrameOnceWithItsTicks()
    {
        var sampled = await Resample(FramesAt(12, 12));

        Assert.Equal(Enumerable.Range(0, 12).Select(i => (long)i), sampled.Select(s => s.Frame.Index));
        Assert.Equal(15, sampled.Sum(s => s.Count));
        Assert.All(sampled.Zip(sampled.Skip(1)), pair => Assert.Equal(pair.First.Tick + pair.First.Count, pair.Second.Tick));
        Assert.All(sampled, s => Assert.Equal(s.Tick / 15.0, s.Time.TotalSeconds, 1e-6));
    }

    [Fact]
    public async Task Resample_Stopped_DisposesTheFrameItHoldsBack()
    {
        await foreach (var sampled in FramesAt(15, 10).ResampleAsync(15, TestContext.Current.CancellationToken))
        {
            sampled.Frame.Dispose();
            break;
        }

        Assert.All(_made, frame => Assert.True(frame.Image.IsDisposed));
    }

    [Fact]
    public async Task Resample_NoFrames_GivesNone() => Assert.Empty(await Resample(FramesAt(30, 0)));

    private static async Task<List<SampledFrame>> Resample(IAsyncEnumerable<VideoFrame> frames)
    {
        List<SampledFrame> sampled = [];
        await foreach (var frame in frames.ResampleAsync(15, TestContext.Current.CancellationToken))
            sampled.Add(frame);
        return sampled;
    }

    private async IAsyncEnumerable<VideoFrame> FramesAt(double rate, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            _made.Add(new VideoFrame(new Mat(1, 1, MatType.CV_8UC3), TimeSpan.FromSeconds(i / rate), i));
            yield return _made[^1];
        }
    }
}
