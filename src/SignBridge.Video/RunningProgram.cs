using System.Diagnostics;

namespace SignBridge.Video;

/// <summary>A program that ends with its holder.</summary>
internal sealed class RunningProgram(Process process) : IDisposable
{
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
