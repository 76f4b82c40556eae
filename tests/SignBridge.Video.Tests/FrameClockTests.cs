namespace SignBridge.Video.Tests;

public sealed class FrameClockTests
{
    [Fact]
    public void Next_WholeMillisecondsOfASteadyRate_GivesExactTimes()
    {
        var clock = new FrameClock(30);
        Assert.All(Enumerable.Range(0, 300), n => Assert.Equal(n / 30.0, clock.Next(n * 1000 / 30).TotalSeconds, 1e-7));
    }

    [Fact]
    public void Next_TimeOffTheGrid_Stays()
    {
        var clock = new FrameClock(30);
        Assert.Equal([0, 48, 85], new double[] { 0, 48, 85 }.Select(ms => clock.Next(ms).TotalMilliseconds));
    }

    [Fact]
    public void Next_TimeThatDoesNotGoOn_GoesOnByAFrame()
    {
        var clock = new FrameClock(25);
        Assert.Equal([100, 140, 180, 220, 400], new double[] { 100, 100, 0, 0, 400 }.Select(ms => clock.Next(ms).TotalMilliseconds));
    }
}
