using System.Diagnostics;
using System.Globalization;

namespace SignBridge.Sessions;

/// <summary>Asks the service every 10 s what memory it uses, by the metrics of its runtime, and writes a line of CSV.</summary>
internal sealed class MemoryLog(Uri service, TextWriter table) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Part = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new() { BaseAddress = service };
    private readonly List<(TimeSpan Time, double ResidentMegabytes)> _samples = [];

    /// <summary>Whether memory grew: means of the first and the last five minutes, and the slope (least squares) of the second half, in which caches and pools are full.</summary>
    public string Summary
    {
        get
        {
            var last = _samples[^1].Time;
            var first = _samples.Where(s => s.Time < Part).Average(s => s.ResidentMegabytes);
            var end = _samples.Where(s => s.Time > last - Part).Average(s => s.ResidentMegabytes);
            var later = _samples.Where(s => s.Time >= last / 2).ToList();
            return string.Create(CultureInfo.InvariantCulture,
                $"resident: {first:0.0} MB in the first 5 minutes, {end:0.0} MB in the last 5, {Slope(later):+0.00;-0.00} MB a minute in the second half, at most {_samples.Max(s => s.ResidentMegabytes):0.0} MB");
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await table.WriteLineAsync("seconds,resident_bytes,heap_bytes,committed_bytes,sessions");
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                var metrics = await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
                var (time, resident) = (Stopwatch.GetElapsedTime(start), Sum(metrics, "dotnet_process_memory_working_set_bytes"));
                _samples.Add((time, resident / 1e6));
                await table.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{time.TotalSeconds:0},{resident},{Sum(metrics, "dotnet_gc_last_collection_heap_size_bytes")},{Sum(metrics, "dotnet_gc_last_collection_memory_committed_size_bytes")},{Sum(metrics, "signbridge_sessions_active")}"));
                await table.FlushAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    public void Dispose() => _http.Dispose();

    // The lines of one instrument of the Prometheus text format, whatever its labels.
    private static double Sum(string metrics, string name) => metrics.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is '{' or ' ')
        .Sum(line => double.Parse(line.Split("} ")[^1].Split(' ')[0], CultureInfo.InvariantCulture));

    private static double Slope(List<(TimeSpan Time, double ResidentMegabytes)> samples)
    {
        if (samples.Count < 2)
            return 0;
        var (time, resident) = (samples.Average(s => s.Time.TotalMinutes), samples.Average(s => s.ResidentMegabytes));
        return samples.Sum(s => (s.Time.TotalMinutes - time) * (s.ResidentMegabytes - resident)) / samples.Sum(s => Math.Pow(s.Time.TotalMinutes - time, 2));
    }
}
