using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using OpenCvSharp;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary><c>signbridge doctor</c>: what hardware, which provider really runs and why not the others, which models are whole and where their nodes run.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "What this machine has, which devices really run and why not the others, which models are whole and where their nodes run.") { CommonOptions.Models };
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
        Line("onnxruntime", OnnxEnvironment.Version);

        foreach (var device in (DeviceRequest[])[DeviceRequest.Cpu, new(DeviceKind.Cuda), new(DeviceKind.TensorRt)])
            Line(device.ToString(), SessionFactory.FailureOf(device) is { } reason ? $"does not run: {reason}" : "runs");
        var sessions = new SessionFactory(DeviceRequest.Auto);
        Line("auto", sessions.Device.Actual);

        var catalog = CommonOptions.Catalog(result);
        Line("models", catalog.Root);
        var whole = ModelsCommand.Verify(catalog, [], output);
        return WriteGraphs(catalog, sessions, output) && whole ? ExitCode.Success : ExitCode.Model;

        void Line(string name, string value) => output.WriteLine($"{name + ":",-13}{value}");
    }

    /// <summary>Loads every graph of the packages that are there, and says where its nodes run.</summary>
    /// <returns>Whether all could be loaded.</returns>
    private static bool WriteGraphs(ModelCatalog catalog, SessionFactory sessions, TextWriter output)
    {
        var loaded = true;
        foreach (var folder in catalog.Folders)
        {
            foreach (var graph in Directory.EnumerateFiles(folder, "*.onnx"))
            {
                try
                {
                    sessions.Load(graph, new SessionTuning(Threads: 1)).Dispose();
                }
                catch (SignBridgeException e)
                {
                    output.WriteLine(e.Message);
                    loaded = false;
                }
            }
        }

        foreach (var graph in sessions.Graphs)
            output.WriteLine($"{graph.Graph}: {graph.Describe()}");
        return loaded;
    }

    private static string GraphicsDriver() => FirstMatch("/proc/driver/nvidia/version", "NVRM") ?? "no NVIDIA driver";

    private static string? FirstMatch(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) : null;
}
