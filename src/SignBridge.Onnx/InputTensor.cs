using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>A tensor in memory of the CPU that a graph reads, and its content without managed memory for each look.</summary>
public sealed unsafe class InputTensor : IDisposable
{
    private readonly int _length;

    internal InputTensor(OrtValue value)
    {
        Value = value;
        var content = value.GetTensorMutableRawData();
        _length = content.Length;
        Address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(content));
    }

    /// <summary>The tensor.</summary>
    public OrtValue Value { get; }

    /// <summary>Where its content lies; it does not move.</summary>
    public nint Address { get; }

    /// <summary>The content.</summary>
    public Span<byte> Content => new((void*)Address, _length);

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();
}
