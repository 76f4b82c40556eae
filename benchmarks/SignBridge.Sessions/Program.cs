using System.Globalization;
using SignBridge.Sessions;

// Lets clients of a running service come and go, and writes what memory the service uses as CSV: docs in benchmarks/README.md.
if (args is not [var address, var duration] || !Uri.TryCreate(address, UriKind.Absolute, out var service)
    || !double.TryParse(duration, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes))
{
    Console.Error.WriteLine("Usage: SignBridge.Sessions http://ADDRESS:PORT MINUTES > FILE.csv");
    return 2;
}

using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
var clips = await RecordedClip.ReadSamplesAsync();
using var visitors = new Visitors(service, clips);
using var memory = new MemoryLog(service, Console.Out);
await Task.WhenAll(memory.RunAsync(end.Token), visitors.RunAsync(end.Token));
Console.Error.WriteLine(visitors.Summary);
Console.Error.WriteLine(memory.Summary);
return 0;
