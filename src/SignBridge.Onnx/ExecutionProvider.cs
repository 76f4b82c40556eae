using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>An execution provider of ONNX Runtime and the options that a session sets for it.</summary>
/// <param name="Name">As ONNX Runtime names it.</param>
/// <param name="Libraries">Those that it loads: its own first, then what that only looks for when a graph runs.</param>
/// <param name="Needs">What they need on the machine.</param>
/// <param name="Options">By the names of ONNX Runtime's documentation of the provider.</param>
internal sealed record ExecutionProvider(string Name, IReadOnlyList<string> Libraries, string Needs, IReadOnlyDictionary<string, string> Options)
{
    public const string Cuda = "CUDAExecutionProvider";
    public const string TensorRt = "TensorrtExecutionProvider";

    private const string EnginePath = "trt_engine_cache_path";

    /// <summary>The providers of a session before the CPU's, which takes what they leave; the first one that can run a node gets it.</summary>
    /// <param name="device">A device that was decided: not <see cref="DeviceKind.Auto"/>.</param>
    /// <param name="tuning">How the session is used.</param>
    /// <param name="graph">The file of the graph.</param>
    public static IReadOnlyList<ExecutionProvider> For(DeviceRequest device, SessionTuning tuning, string graph) => device.Kind switch
    {
        DeviceKind.Cpu => [],
        DeviceKind.Cuda => [OfCuda(device.Index, tuning)],
        DeviceKind.TensorRt => [OfTensorRt(device.Index, EngineFolder.Of(graph)), OfCuda(device.Index, tuning)],
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "The device must be decided."),
    };

    /// <summary>Makes a session prefer this provider over those that are added later.</summary>
    /// <exception cref="OnnxRuntimeException">The provider or an option cannot be had.</exception>
    public void AppendTo(SessionOptions session)
    {
        if (Name == TensorRt)
        {
            Directory.CreateDirectory(Options[EnginePath]);
            using var options = new OrtTensorRTProviderOptions();
            options.UpdateOptions(new(Options));
            session.AppendExecutionProvider_Tensorrt(options);
        }
        else
        {
            using var options = new OrtCUDAProviderOptions();
            options.UpdateOptions(new(Options));
            session.AppendExecutionProvider_CUDA(options);
        }
    }

    // https://onnxruntime.ai/docs/execution-providers/CUDA-ExecutionProvider.html; what is not here keeps its default.
    private static ExecutionProvider OfCuda(int card, SessionTuning tuning) => new(Cuda, ["libonnxruntime_providers_cuda.so", "libcudnn.so.9"], "an NVIDIA driver, CUDA 13 and cuDNN 9", new Dictionary<string, string>
    {
        ["device_id"] = card.ToString(CultureInfo.InvariantCulture),
        // A process has up to eight sessions on the card, each with an arena: doubling them (the default) would hold memory that none uses.
        ["arena_extend_strategy"] = "kSameAsRequested",
        // EXHAUSTIVE times every algorithm at the first run of each new shape: worth it where a few shapes come again and again.
        ["cudnn_conv_algo_search"] = tuning.FixedShapes ? "EXHAUSTIVE" : "HEURISTIC",
        // By default float32 products are rounded to TensorFloat-32's 10 bits. Who wants speed for precision takes an fp16 package instead.
        ["use_tf32"] = "0",
    });

    // https://onnxruntime.ai/docs/execution-providers/TensorRT-ExecutionProvider.html
    private static ExecutionProvider OfTensorRt(int card, string engines) => new(TensorRt, ["libonnxruntime_providers_tensorrt.so"], "an NVIDIA driver, CUDA 13, cuDNN 9 and TensorRT 10", new Dictionary<string, string>
    {
        ["device_id"] = card.ToString(CultureInfo.InvariantCulture),
        // To compile a graph takes minutes. An engine is found again by the graph's structure, not by its weights: each file has its folder.
        ["trt_engine_cache_enable"] = "1",
        [EnginePath] = engines,
        ["trt_timing_cache_enable"] = "1",
        ["trt_timing_cache_path"] = engines,
    });
}
