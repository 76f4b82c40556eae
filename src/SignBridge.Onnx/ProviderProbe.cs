using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Finds out whether the execution providers of a device really run, and why not in words that name what is missing.</summary>
/// <remarks>
/// <c>GetAvailableProviders()</c> lists CUDA even where its libraries are missing: only a session that exists proves that the provider
/// runs. And ONNX Runtime says "failed to load shared library" without naming it: the loader is asked first, which does.
/// </remarks>
internal static partial class ProviderProbe
{
    private const string Libraries = "libonnxruntime_providers_";

    /// <returns>Why the device cannot be had, or null when it runs.</returns>
    public static string? FailureOn(DeviceRequest device)
    {
        var providers = ExecutionProvider.For(device, new SessionTuning(Threads: 1), engines: "");
        var available = OrtEnv.Instance().GetAvailableProviders();
        if (providers.Any(p => !available.Contains(p.Name)))
            return "this build has the CPU's native libraries only; with an NVIDIA card, SIGNBRIDGE_FLAVOUR=cuda ./signbridge builds those of CUDA";
        foreach (var provider in providers)
        {
            if (MissingLibrary(provider.Library) is { } library)
                return $"{library} is missing; ONNX Runtime {OrtEnv.Instance().GetVersionString()} needs {provider.Needs} in the library path";
        }

        try
        {
            using var options = SessionFactory.Options(providers, new SessionTuning(Threads: 1));
            using var session = new InferenceSession(Graph(), options);
            return null;
        }
        catch (OnnxRuntimeException e)
        {
            return $"ONNX Runtime cannot start it ({e.FirstLine()})";
        }
    }

    /// <summary>The library that <c>dlopen</c> missed, out of a message that lists its every attempt.</summary>
    internal static string? LibraryIn(string message) =>
        MissingFile().Matches(message).Select(m => m.Groups[1].Value).FirstOrDefault(name => !name.Contains(Libraries, StringComparison.Ordinal));

    private static string? MissingLibrary(string provider)
    {
        try
        {
            NativeLibrary.Load($"{Libraries}{provider}.so", typeof(InferenceSession).Assembly, searchPath: null);
            return null;
        }
        catch (DllNotFoundException e)
        {
            // Where nothing is missing it fails all the same: symbols of libonnxruntime_providers_shared.so are only there once ONNX Runtime
            // itself has loaded that one for everybody.
            return LibraryIn(e.Message);
        }
    }

    private static byte[] Graph()
    {
        using var stream = typeof(ProviderProbe).Assembly.GetManifestResourceStream("probe.onnx")!;
        var graph = new byte[stream.Length];
        stream.ReadExactly(graph);
        return graph;
    }

    [GeneratedRegex(@"(lib[^\s/:]+\.so[^\s/:]*): cannot open shared object file")]
    private static partial Regex MissingFile();
}
