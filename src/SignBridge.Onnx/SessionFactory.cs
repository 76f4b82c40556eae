using System.Reflection;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Creates every session of the process, so that one place decides the execution provider and says so.</summary>
/// <remarks>
/// <c>GetAvailableProviders()</c> lists CUDA even where its libraries are missing, so the constructor loads a one-node graph on the card:
/// only a session that exists proves that the provider runs.
/// </remarks>
public sealed class SessionFactory
{
    private readonly int? _card;

    /// <summary>Decides the device.</summary>
    /// <exception cref="SignBridgeException">CUDA was asked for by name and cannot be had (<see cref="FailureKind.Device"/>).</exception>
    public SessionFactory(DeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var failure = request.Kind == DeviceKind.Cpu ? null : ProbeCuda(request.Index);
        if (failure is not null && request.Kind == DeviceKind.Cuda)
        {
            throw new SignBridgeException(
                FailureKind.Device, $"The device '{request}' cannot be used: {failure}; mend that or use --device cpu.");
        }

        _card = request.Kind != DeviceKind.Cpu && failure is null ? request.Index : null;
        Device = new DeviceReport(request.ToString(), _card is { } card ? $"cuda:{card}" : "cpu", failure);
    }

    /// <summary>What was asked for, what runs and why.</summary>
    public DeviceReport Device { get; }

    /// <summary>Loads a graph.</summary>
    /// <param name="path">The <c>.onnx</c> file; external weights lie beside it.</param>
    /// <param name="tuning">How the session uses the cores.</param>
    /// <exception cref="SignBridgeException">The file cannot be loaded (<see cref="FailureKind.Model"/>).</exception>
    public OnnxModel Load(string path, SessionTuning tuning)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        using var options = Options(_card, tuning);
        try
        {
            return new OnnxModel(new InferenceSession(path, options));
        }
        catch (OnnxRuntimeException e)
        {
            throw new SignBridgeException(
                FailureKind.Model, $"The model '{path}' cannot be loaded ({FirstLine(e)}): expected an ONNX graph; restore the file from the repository.", e);
        }
    }

    private static SessionOptions Options(int? card, SessionTuning tuning)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = tuning.Threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", tuning.Spin ? "1" : "0");
        if (card is { } index)
        {
            try
            {
                options.AppendExecutionProvider_CUDA(index);
            }
            catch
            {
                options.Dispose();
                throw;
            }
        }

        return options;
    }

    /// <returns>Why CUDA cannot be had, or null when it runs.</returns>
    private static string? ProbeCuda(int card)
    {
        if (!OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"))
            return "this build carries the CPU natives of ONNX Runtime (the CUDA flavour is built with -p:Flavour=cuda)";
        try
        {
            using var options = Options(card, new SessionTuning(Threads: 1));
            using var session = new InferenceSession(ProbeGraph(), options);
            return null;
        }
        catch (OnnxRuntimeException e)
        {
            return $"its provider does not start ({FirstLine(e)})";
        }
    }

    private static byte[] ProbeGraph()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("probe.onnx")!;
        var graph = new byte[stream.Length];
        stream.ReadExactly(graph);
        return graph;
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
