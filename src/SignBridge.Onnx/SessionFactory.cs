using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Creates every session of the process, so that one place decides the execution provider and says so.</summary>
public sealed class SessionFactory
{
    private readonly ConcurrentDictionary<string, GraphReport> _graphs = new();
    private readonly DeviceRequest _device;

    /// <summary>Decides the device.</summary>
    /// <exception cref="SignBridgeException">A card was asked for by name and cannot be had (<see cref="FailureKind.Device"/>).</exception>
    public SessionFactory(DeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wanted = request.Kind == DeviceKind.Auto ? new DeviceRequest(DeviceKind.Cuda) : request;
        var failure = FailureOf(wanted);
        if (failure is not null && request.Kind != DeviceKind.Auto)
        {
            throw new SignBridgeException(
                FailureKind.Device, $"The device '{request}' cannot be used: {failure}; mend that or use --device cpu.");
        }

        _device = failure is null ? wanted : DeviceRequest.Cpu;
        Device = new DeviceReport(request.ToString(), _device.Written, failure);
    }

    /// <summary>What was asked for, what runs and why.</summary>
    public DeviceReport Device { get; }

    /// <summary>The graphs that were loaded so far, by name, and where their nodes run.</summary>
    public IReadOnlyList<GraphReport> Graphs => [.. _graphs.Values.OrderBy(g => g.Graph, StringComparer.Ordinal)];

    /// <summary>How many inputs a run of a small model should have, ascending: on the CPU one, because there an image of a batch costs as much as
    /// one alone and one of two runs side by side costs less; on a card up to 16, of fixed numbers so that it sees the same shapes again.</summary>
    public IReadOnlyList<int> BatchSizes => _device.Kind == DeviceKind.Cpu ? [1] : [1, 2, 4, 8, 16];

    /// <summary>Tries a device.</summary>
    /// <returns>Why <c>cpu</c>, <c>cuda[:N]</c> or <c>tensorrt[:N]</c> cannot be had here; null where it runs.</returns>
    public static string? FailureOf(DeviceRequest device)
    {
        ArgumentNullException.ThrowIfNull(device);
        // ONNX Runtime throws what it fails at; it need not write it to stderr as well.
        OnnxEnvironment.Instance.EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        return device.Kind == DeviceKind.Cpu ? null : ProviderProbe.FailureOn(device);
    }

    /// <summary>Loads a graph.</summary>
    /// <param name="path">The <c>.onnx</c> file; external weights lie beside it.</param>
    /// <param name="tuning">How the session is used.</param>
    /// <exception cref="SignBridgeException">The file cannot be loaded (<see cref="FailureKind.Model"/>).</exception>
    public OnnxModel Load(string path, SessionTuning tuning)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        var providers = ExecutionProvider.For(_device, tuning, path);
        try
        {
            using var options = Options(providers, tuning);
            var session = new InferenceSession(path, options);
            _graphs[path] = GraphReport.Of(path, GraphAssignment.Of(session), _device.Kind == DeviceKind.Cpu);
            return new OnnxModel(session, _device);
        }
        catch (OnnxRuntimeException e)
        {
            throw new SignBridgeException(
                FailureKind.Model, $"The model '{path}' cannot be loaded ({e.FirstLine()}): expected an ONNX graph; restore the file from the repository.", e);
        }
    }

    internal static SessionOptions Options(IReadOnlyList<ExecutionProvider> providers, SessionTuning tuning)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = tuning.Threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", tuning.Spin ? "1" : "0");
        options.AddSessionConfigEntry(GraphAssignment.ConfigEntry, "1");
        try
        {
            foreach (var provider in providers)
                provider.AppendTo(options);
            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }
}
