using System.Runtime.InteropServices;

namespace SignBridge.Cli;

/// <summary>Keeps the native memory of a process that runs for days from growing.</summary>
internal static class NativeHeap
{
    private const int MaxArenas = -8; // M_ARENA_MAX of malloc.h

    /// <summary>As many heaps of glibc as there are processors, instead of eight times as many: images and tensors that come and go on changing
    /// threads leave holes in each. Measured on two cores with sessions of a second, four at a time: 0.14 MB a session that never came back; none with two heaps.</summary>
    public static void LimitArenas()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = mallopt(MaxArenas, Environment.ProcessorCount);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, with another heap.
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int parameter, int value);
}
