namespace SignBridge.Web.Tests;

public sealed class DroppedPosesTests
{
    private readonly DroppedPoses _drops = new(rate: 15);

    [Fact]
    public void Look_EveryTick_DropsNothing()
    {
        Assert.Empty(Look(Enumerable.Range(0, 100)));
        Assert.Equal(0, _drops.Count);
    }

    [Fact]
    public void Look_MissingTicks_AreCountedAndSaidUntilThreeSecondsWithout()
    {
        var notices = Look([0, 1, 4, 5, 8, .. Enumerable.Range(9, 100)]);

        Assert.Equal(4, _drops.Count);
        Assert.Equal([(4, NoticeState.Begins), (8 + 45, NoticeState.Ends)], notices.Select(n => ((int)Math.Round(n.Time.TotalSeconds * 15), n.State)));
        Assert.All(notices, n => Assert.Equal("frames-dropped", n.Notice.Code));
    }

    private List<NoticeGiven> Look(IEnumerable<int> ticks) => [.. ticks.Select(t => _drops.Look(TimeSpan.FromSeconds(t / 15.0))).OfType<NoticeGiven>()];
}
