namespace SignBridge.Core.Tests;

public sealed class TickSelectorTests
{
    [Theory]
    [InlineData(30, 2)]
    [InlineData(45, 3)]
    [InlineData(60, 4)]
    [InlineData(15, 1)]
    public void Select_MultipleOfTheRate_TakesEveryNthItemExactly(int sourceRate, int every)
    {
        var counts = TickSelector.Select(Times(sourceRate, 40_000), 15);
        Assert.All(counts.Select((count, i) => (count, i)), item => Assert.Equal(item.i % every == 0 ? 1 : 0, item.count));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Select_TimesInWholeMilliseconds_TakesTheSameItems(int sourceRate)
    {
        var rounded = Times(sourceRate, 3000).Select(t => TimeSpan.FromMilliseconds((long)t.TotalMilliseconds));
        Assert.Equal(TickSelector.Select(Times(sourceRate, 3000), 15), TickSelector.Select(rounded, 15));
    }

    [Theory]
    [InlineData(7.5)]
    [InlineData(12)]
    [InlineData(15)]
    [InlineData(23.976)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(29.97)]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(60)]
    public void Select_AnyRate_GivesAsManyTicksAsTheClipIsLong(double sourceRate)
    {
        foreach (var count in new[] { 2, 17, 100, 2001 })
        {
            var ticks = TickSelector.Select(Times(sourceRate, count), 15).Sum();
            Assert.InRange(ticks, (count / sourceRate * 15) - 1, (count / sourceRate * 15) + 1);
        }
    }

    [Fact]
    public void Select_VariableRate_GivesEachTickTheNearestItem()
    {
        var random = new Random(7);
        var times = new List<TimeSpan> { TimeSpan.FromSeconds(3) };
        for (var i = 0; i < 500; i++)
            times.Add(times[^1] + TimeSpan.FromMilliseconds(random.Next(1, 200)));

        var chosen = TickSelector.Select(times, 15).SelectMany((count, item) => Enumerable.Repeat(item, count)).ToList();

        Assert.InRange(chosen.Count, (times[^1] - times[0]).TotalSeconds * 15, ((times[^1] - times[0]).TotalSeconds * 15) + 3);
        for (var tick = 0; tick < chosen.Count; tick++)
        {
            var at = times[0] + TimeSpan.FromTicks((long)Math.Round(tick * (TimeSpan.TicksPerSecond / 15.0)));
            var nearest = Enumerable.Range(0, times.Count).MinBy(i => ((times[i] - at).Duration(), i));
            Assert.Equal(nearest, chosen[tick]);
        }
    }

    [Fact]
    public void Select_TwoEquallyNear_TakesTheEarlier() =>
        Assert.Equal([2, 2, 2], TickSelector.Select([TimeSpan.Zero, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.4)], 10));

    [Fact]
    public void Select_Gap_IsFilledFromBothSides() =>
        Assert.Equal([6, 5, 1], TickSelector.Select([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1)], 10));

    [Fact]
    public void Select_OneItem_ServesOneTick() => Assert.Equal([1], TickSelector.Select([TimeSpan.FromSeconds(5)], 15));

    [Fact]
    public void Select_EqualTimes_ServesOneTick() => Assert.Equal(1, TickSelector.Select([TimeSpan.Zero, TimeSpan.Zero], 15).Sum());

    [Fact]
    public void Select_NoItem_ServesNone() => Assert.Empty(TickSelector.Select([], 15));

    [Fact]
    public void Finish_WithoutItem_ServesNone() => Assert.Equal(0, new TickSelector(15).Finish());

    [Fact]
    public void TimeOf_Tick_CountsFromTheFirstItem()
    {
        var selector = new TickSelector(15);
        selector.Next(TimeSpan.FromSeconds(2));
        Assert.Equal(3, selector.TimeOf(15).TotalSeconds, 1e-7);
        Assert.Equal(2 + (1 / 15.0), selector.TimeOf(1).TotalSeconds, 1e-7);
    }

    [Fact]
    public void Next_Item_SaysWhatTheOneBeforeServes()
    {
        var selector = new TickSelector(15);
        Assert.Equal(0, selector.Next(TimeSpan.Zero));
        Assert.Equal(1, selector.Next(TimeSpan.FromSeconds(1 / 30.0)));
        Assert.Equal(1, selector.Served);
        Assert.Equal(0, selector.Next(TimeSpan.FromSeconds(2 / 30.0)));
        Assert.Equal(1, selector.Finish());
    }

    [Fact]
    public void Next_TimeRunsBackwards_IsRefused()
    {
        var selector = new TickSelector(15);
        selector.Next(TimeSpan.FromSeconds(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => selector.Next(TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-15)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Rate_ThatIsNone_IsRefused(double rate) => Assert.Throws<ArgumentOutOfRangeException>(() => new TickSelector(rate));

    private static IEnumerable<TimeSpan> Times(double rate, int count) => Enumerable.Range(0, count).Select(i => TimeSpan.FromSeconds(i / rate));
}
