using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>A loaded graph. Runs may overlap: ONNX Runtime sessions are thread-safe.</summary>
/// <remarks>
/// <para>Every run goes through here because of one trap: <c>session.Run(new RunOptions(), ...)</c> passes the raw handle, a background
/// collection finalizes the temporary while the native call still reads it, and the process dies. The options live in a field, and the
/// inputs are kept alive until the call returns.</para>
/// </remarks>
public sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    internal OnnxModel(InferenceSession session, DeviceRequest device)
    {
        _session = session;
        Memory = new DeviceMemory(session, device);
    }

    /// <summary>Where the graph runs.</summary>
    public DeviceMemory Memory { get; }

    /// <summary>Names and shapes of the inputs; a dynamic dimension is -1.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.InputMetadata;

    /// <summary>Names and shapes of the outputs; a dynamic dimension is -1.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.OutputMetadata;

    /// <summary>Runs the graph; the caller disposes the outputs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        var outputs = _session.Run(_options, inputNames, inputs, outputNames);
        GC.KeepAlive(inputs);
        GC.KeepAlive(this);
        return outputs;
    }

    /// <summary>Runs the graph into values that the caller allocated.</summary>
    public void Run(
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputs,
        IReadOnlyCollection<string> outputNames,
        IReadOnlyCollection<OrtValue> outputs)
    {
        _session.Run(_options, inputNames, inputs, outputNames, outputs);
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
        GC.KeepAlive(this);
    }

    /// <summary>A binding of named inputs and outputs to memory, for <see cref="Run(OrtIoBinding)"/>; the caller disposes it.</summary>
    public OrtIoBinding CreateBinding() => _session.CreateIoBinding();

    /// <summary>Runs the graph on bound memory.</summary>
    public void Run(OrtIoBinding binding)
    {
        _session.RunWithBinding(_options, binding);
        GC.KeepAlive(binding);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Memory.Dispose();
        _session.Dispose();
        _options.Dispose();
    }
}
