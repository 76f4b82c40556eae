using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary><c>signbridge doctor</c>: what hardware, which provider really runs and why not the other, which models are whole.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "What this machine has, which device really runs and why not the other, which models are whole.") { CommonOptions.Models };
        command.SetAction(result => Run(result));
        return command;
    }

    /// <summary>The processor's name, or <c>unknown</c>.</summary>
    public static string Processor() =>
        FirstMatch("/proc/cpuinfo", "model name") is { } line ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : "unknown";

    private static int Run(ParseResult result)
    {
        var output = Console.Out;
        Line("signbridge", typeof(DoctorCommand).Assembly.GetName().Version!.ToString(3));
        Line("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}");
        Line("processor", $"{Processor()}, {Environment.ProcessorCount} cores");
        Line("memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0.0} GB"));
        Line("graphics", GraphicsDriver());
        Line("opencv", Cv2.GetVersionString() ?? "?");
        Line("onnxruntime", OrtEnv.Instance().GetVersionString());

        _ = new SessionFactory(DeviceRequest.Cpu);
        Line("cpu", "runs");
        var device = new SessionFactory(DeviceRequest.Auto).Device;
        Line("cuda", device.Reason is { } reason ? $"does not run: {reason}" : "runs");
        Line("auto", device.Actual);

        var catalog = CommonOptions.Catalog(result);
        Line("models", catalog.Root);
        return ModelsCommand.Verify(catalog, [], output) ? ExitCode.Success : ExitCode.Model;

        void Line(string name, string value) => output.WriteLine($"{name + ":",-13}{value}");
    }

    private static string GraphicsDriver() => FirstMatch("/proc/driver/nvidia/version", "NVRM") ?? "no NVIDIA driver";

    private static string? FirstMatch(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) : null;
}
