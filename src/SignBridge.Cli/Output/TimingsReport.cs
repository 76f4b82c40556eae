using System.Globalization;

namespace SignBridge.Cli;

/// <summary>What each stage took, for <c>--timings</c>.</summary>
internal static class TimingsReport
{
    public static void Write(TextWriter output, IReadOnlyList<StageStatistics> stages, TimeSpan mediaTime, TimeSpan elapsed)
    {
        output.WriteLine("stage            items  drops    work p50/p95/p99 ms         queue p50/p95/p99 ms");
        foreach (var stage in stages)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Stage,-14}{stage.Items,8}{stage.Drops,7}    {Percentiles(stage.Work),-28}{Percentiles(stage.Queue)}"));
        }

        if (mediaTime == TimeSpan.Zero)
            return;
        var frames = stages.FirstOrDefault(s => s.Stage == StageNames.Pose)?.Items ?? 0;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mediaTime.TotalSeconds:0.00} s of media in {elapsed.TotalSeconds:0.00} s after loading: real-time factor {elapsed / mediaTime:0.000}, {frames / elapsed.TotalSeconds:0.0} poses/s"));
    }

    private static string Percentiles(DurationStatistics d) =>
        d.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{d.P50.TotalMilliseconds:0.0} / {d.P95.TotalMilliseconds:0.0} / {d.P99.TotalMilliseconds:0.0}");
}
