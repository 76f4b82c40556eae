using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Finds out whether CUDA really runs, and why not in words that name what is missing.</summary>
/// <remarks>
/// <c>GetAvailableProviders()</c> lists CUDA even where its libraries are missing: only a session that exists proves that the provider
/// runs. And ONNX Runtime says "failed to load shared library" without naming it: the loader is asked first, which does.
/// </remarks>
internal static partial class CudaProbe
{
    private const string Provider = "libonnxruntime_providers_cuda.so";

    /// <returns>Why CUDA cannot be had on that card, or null when it runs.</returns>
    public static string? FailureOn(int card)
    {
        if (!OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"))
            return "this build has the CPU's native libraries only; with an NVIDIA card, SIGNBRIDGE_FLAVOUR=cuda ./signbridge builds those of CUDA";
        if (MissingLibrary() is { } library)
            return $"{library} is missing; ONNX Runtime {OrtEnv.Instance().GetVersionString()} needs an NVIDIA driver, CUDA 13 and cuDNN 9 in the library path";
        try
        {
            using var options = SessionFactory.Options(card, new SessionTuning(Threads: 1));
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
        MissingFile().Matches(message).Select(m => m.Groups[1].Value).FirstOrDefault(name => !name.StartsWith(Provider, StringComparison.Ordinal));

    private static string? MissingLibrary()
    {
        try
        {
            // Stays loaded, as ONNX Runtime loads it next.
            NativeLibrary.Load(Provider, typeof(InferenceSession).Assembly, searchPath: null);
            return null;
        }
        catch (DllNotFoundException e)
        {
            return LibraryIn(e.Message);
        }
    }

    private static byte[] Graph()
    {
        using var stream = typeof(CudaProbe).Assembly.GetManifestResourceStream("probe.onnx")!;
        var graph = new byte[stream.Length];
        stream.ReadExactly(graph);
        return graph;
    }

    [GeneratedRegex(@"(lib[^\s/:]+\.so[^\s/:]*): cannot open shared object file")]
    private static partial Regex MissingFile();
}
