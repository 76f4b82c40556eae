using System.Globalization;

namespace SignBridge.Cli;

/// <summary>The most memory that this process ever had resident, native memory included.</summary>
internal static class PeakMemory
{
    private const string Field = "VmHWM:";

    /// <summary>Bytes, from the kernel; null where it does not say.</summary>
    public static long? Read() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal)) is { } line
            ? 1024 * long.Parse(line[Field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
            : null;
}
