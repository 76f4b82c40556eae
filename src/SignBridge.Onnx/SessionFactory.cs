using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Creates every session of the process, so that one place decides the execution provider and says so.</summary>
public sealed class SessionFactory
{
    private readonly int? _card;

    /// <summary>Decides the device.</summary>
    /// <exception cref="SignBridgeException">CUDA was asked for by name and cannot be had (<see cref="FailureKind.Device"/>).</exception>
    public SessionFactory(DeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // ONNX Runtime throws what it fails at; it need not write it to stderr as well.
        OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        var failure = request.Kind == DeviceKind.Cpu ? null : CudaProbe.FailureOn(request.Index);
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

    /// <summary>How many inputs a run of a small model should have, ascending: on the CPU one, because there an image of a batch costs as much as
    /// one alone and one of two runs side by side costs less; on a card up to 16, of fixed numbers so that it sees the same shapes again.</summary>
    public IReadOnlyList<int> BatchSizes => _card is null ? [1] : [1, 2, 4, 8, 16];

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
                FailureKind.Model, $"The model '{path}' cannot be loaded ({e.FirstLine()}): expected an ONNX graph; restore the file from the repository.", e);
        }
    }

    internal static SessionOptions Options(int? card, SessionTuning tuning)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = tuning.Threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
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
}
