using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SignBridge.Cli.Tests;

/// <summary>The real program as a process of its own. At most two run at once, so that models do not fight for cores and memory.</summary>
internal sealed class CliProcess : IDisposable
{
    private const int SigInt = 2;

    private static readonly SemaphoreSlim Slots = new(2);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "SignBridge.Cli.dll");

    private readonly Process _process;

    private CliProcess(Process process)
    {
        _process = process;
        Errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public StreamReader Output => _process.StandardOutput;

    public Task<string> Errors { get; }

    /// <summary>Runs the program in <paramref name="folder"/> until it ends.</summary>
    public static Task<CliResult> RunAsync(WorkFolder folder, params string[] arguments) => RunAsync(folder, "", arguments);

    /// <summary>Runs the program with a file as its standard input.</summary>
    public static async Task<CliResult> RunAsync(WorkFolder folder, string standardInput, string[] arguments)
    {
        using var process = await StartAsync(folder, arguments);
        if (standardInput.Length > 0)
            await process._process.StandardInput.BaseStream.WriteAsync(await File.ReadAllBytesAsync(standardInput));
        process._process.StandardInput.Close();
        var output = await process.Output.ReadToEndAsync();
        return await process.EndAsync(output);
    }

    public static async Task<CliProcess> StartAsync(WorkFolder folder, params string[] arguments)
    {
        await Slots.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Remove("SIGNBRIDGE_MODELS");
            start.Environment.Remove("SIGNBRIDGE_SIGNS");
            start.Environment.Remove("CI"); // in which libraries behave better than at a user's
            start.Environment.Remove("DISPLAY");
            start.Environment.Remove("WAYLAND_DISPLAY");
            start.Environment["XDG_DATA_HOME"] = folder["data-home"];
            start.Environment["XDG_CACHE_HOME"] = folder["cache-home"];
            return new CliProcess(Process.Start(start)!);
        }
        catch
        {
            Slots.Release();
            throw;
        }
    }

    /// <summary>Presses Ctrl-C.</summary>
    public void Interrupt() => Assert.Equal(0, Kill(_process.Id, SigInt));

    /// <summary>Ends it as a power cut would: no handler runs.</summary>
    public void Kill() => _process.Kill();

    public async Task<CliResult> EndAsync(string output)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(_process.ExitCode, output, await Errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Slots.Release();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
