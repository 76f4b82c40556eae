namespace SignBridge.Web.Browser.Tests;

public sealed class PacingTests(PageBrowser browser)
{
    [Theory]
    [InlineData(30, 0.000, 15, 0)]
    [InlineData(30, 0.008, 15, 0)]
    [InlineData(60, 0.004, 15, 0)]
    [InlineData(15, 0.010, 15, 0)]
    [InlineData(24, 0.000, 15, 0)]
    [InlineData(10, 0.000, 10, 5)]
    public async Task Pacer_OneSecondOfACamera_TakesFramesAtTheRateAndCountsThoseMissed(double camera, double jitter, int taken, int missed)
    {
        await using var page = await browser.OpenAsync();
        var counts = await page.Page.EvaluateAsync<int[]>(
            """
            async ([camera, jitter]) => {
              const { Pacer } = await import('/js/frames.js');
              const pacer = new Pacer(15);
              let taken = 0, missed = 0;
              for (let i = 1; i <= 10 * camera; i++) {
                const time = i / camera + (i % 2 ? jitter : -jitter);
                if (!pacer.isDue(time)) continue;
                missed += pacer.take(time);
                taken++;
              }
              return [taken, missed];
            }
            """,
            new[] { camera, jitter });
        Assert.InRange(counts[0], (10 * taken) - 2, (10 * taken) + 2);
        Assert.InRange(counts[1], (10 * missed) - 2, (10 * missed) + 2);
    }
}
