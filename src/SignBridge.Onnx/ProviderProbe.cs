using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Finds out whether the execution providers of a device really run, and why not in words that name what is missing.</summary>
/// <remarks>
/// <c>GetAvailableProviders()</c> lists CUDA even where its libraries are missing, and a session exists even where cuDNN is: only a graph
/// that ran proves that the provider does. And ONNX Runtime says "failed to load shared library" without naming it: the loader is asked first, which does.
/// </remarks>
internal static partial class ProviderProbe
{
    private const string GraphName = "probe.onnx";
    private const string OwnLibraries = "libonnxruntime_providers_";

    /// <returns>Why the device cannot be had, or null when it runs.</returns>
    public static string? FailureOn(DeviceRequest device)
    {
        var providers = ExecutionProvider.For(device, new SessionTuning(Threads: 1), Path.Combine(AppContext.BaseDirectory, GraphName));
        var available = OnnxEnvironment.Instance.GetAvailableProviders();
        if (providers.Any(p => !available.Contains(p.Name)))
            return "this build has the CPU's native libraries only; with an NVIDIA card, SIGNBRIDGE_FLAVOUR=cuda ./signbridge builds those of CUDA";
        foreach (var provider in providers)
        {
            if (provider.Libraries.Select(MissingLibrary).FirstOrDefault(l => l is not null) is { } library)
                return $"{library} is missing; ONNX Runtime {OnnxEnvironment.Version} needs {provider.Needs} in the library path";
        }

        try
        {
            using var options = SessionFactory.Options(providers, new SessionTuning(Threads: 1));
            using var session = new InferenceSession(Graph(), options);
            return Sum(session, 1, 2, 3, 4) == 10 ? null : "the card computes a wrong sum";
        }
        catch (OnnxRuntimeException e)
        {
            return $"ONNX Runtime cannot start it ({e.FirstLine()})";
        }
    }

    /// <summary>The library that <c>dlopen</c> missed, out of a message that lists its every attempt.</summary>
    internal static string? LibraryIn(string message) =>
        MissingFile().Matches(message).Select(m => m.Groups[1].Value).FirstOrDefault(name => !name.Contains(OwnLibraries, StringComparison.Ordinal));

    private static float Sum(InferenceSession session, params float[] numbers)
    {
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(numbers, [1, 1, 2, 2]);
        using var outputs = session.Run(options, ["x"], [input], ["y"]);
        return outputs[0].GetTensorDataAsSpan<float>()[0];
    }

    private static string? MissingLibrary(string name)
    {
        try
        {
            NativeLibrary.Load(name, typeof(InferenceSession).Assembly, searchPath: null);
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
        using var stream = typeof(ProviderProbe).Assembly.GetManifestResourceStream(GraphName)!;
        var graph = new byte[stream.Length];
        stream.ReadExactly(graph);
        return graph;
    }

    [GeneratedRegex(@"(lib[^\s/:]+\.so[^\s/:]*): cannot open shared object file")]
    private static partial Regex MissingFile();
}
