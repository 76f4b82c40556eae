using Microsoft.Extensions.Time.Testing;

namespace SignBridge.Web.Tests;

public sealed class RealTimePaceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RealTimePace _pace;

    public RealTimePaceTests() => _pace = new RealTimePace(60, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Wait_FramesInRealTime_AreNeverHeldBack()
    {
        for (var i = 1; i <= 1000; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1 / 30.0));
            Assert.True(_pace.WaitAsync(TimeSpan.FromSeconds(i / 30.0), Token).IsCompleted);
        }
    }

    [Fact]
    public void Wait_NetworkThatStalled_MayCatchUp()
    {
        _time.Advance(TimeSpan.FromSeconds(1.9));
        for (var i = 1; i <= 57; i++)
            Assert.True(_pace.WaitAsync(TimeSpan.FromSeconds(i / 30.0), Token).IsCompleted);
    }

    [Theory]
    [InlineData(1 / 30.0, 60)] // two seconds of video are let through
    [InlineData(1e-6, 120)] // a frame never costs less than a sixtieth of a second
    [InlineData(30, 8)] // nor more than a quarter
    public async Task Wait_FramesFasterThanRealTime_AreHeldBack(double interval, int free)
    {
        var sent = 0;
        Task held;
        do
            held = _pace.WaitAsync(TimeSpan.FromSeconds(++sent * interval), Token);
        while (held.IsCompleted);

        Assert.InRange(sent, free, free + 1);
        _time.Advance(TimeSpan.FromSeconds(0.3));
        await held;
    }
}
