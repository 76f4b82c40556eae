namespace SignBridge.Cli.Tests;

public sealed class TimingsReportTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Write_StagesOfAClip_AreATableWithTheRealTimeFactor()
    {
        var work = new DurationStatistics(30, Second / 90, Second / 100, Second / 50, Second / 40, Second);
        var none = new DurationStatistics(0, default, default, default, default, default);
        var stages = (StageStatistics[])[new("frames", 30, 0, none, work), new("pose", 30, 2, work, work)];
        Assert.Equal(
            """
            stage            items  drops    work p50/p95/p99 ms         queue p50/p95/p99 ms
            frames              30      0    10.0 / 20.0 / 25.0          -
            pose                30      2    10.0 / 20.0 / 25.0          10.0 / 20.0 / 25.0
            2.00 s of media in 1.50 s after loading: real-time factor 0.750, 20.0 poses/s

            """.ReplaceLineEndings("\n"),
            Written(stages, 2 * Second));
    }

    [Fact]
    public void Write_NothingRead_HasNoFactor() => Assert.DoesNotContain("factor", Written([], TimeSpan.Zero), StringComparison.Ordinal);

    private static string Written(IReadOnlyList<StageStatistics> stages, TimeSpan mediaTime)
    {
        using var output = new StringWriter { NewLine = "\n" };
        TimingsReport.Write(output, stages, mediaTime, 1.5 * Second);
        return output.ToString();
    }
}
