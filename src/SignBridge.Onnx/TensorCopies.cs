using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Copies of bytes between tensors of the same <see cref="DeviceMemory"/> that are done together.</summary>
/// <param name="memory">Where all the tensors were allocated.</param>
public sealed class TensorCopies(DeviceMemory memory) : IDisposable
{
    private readonly List<OrtValue> _from = [];
    private readonly List<OrtValue> _to = [];

    /// <summary>Adds a copy: on the CPU it is done at once, on a card by <see cref="Run"/>.</summary>
    /// <param name="from">The source.</param>
    /// <param name="fromStart">The first byte there.</param>
    /// <param name="to">The target.</param>
    /// <param name="toStart">The first byte there.</param>
    /// <param name="bytes">How many.</param>
    public void Add(OrtValue from, int fromStart, OrtValue to, int toStart, int bytes)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (memory.IsHost)
        {
            from.GetTensorMutableRawData().Slice(fromStart, bytes).CopyTo(to.GetTensorMutableRawData()[toStart..]);
            return;
        }

        _from.Add(memory.View(from, fromStart, bytes));
        _to.Add(memory.View(to, toStart, bytes));
    }

    /// <summary>Does the copies and waits for them.</summary>
    public void Run()
    {
        if (_from.Count > 0)
            DeviceMemory.Copy(_from, _to);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var view in (OrtValue[])[.. _from, .. _to])
            view.Dispose();
    }
}
