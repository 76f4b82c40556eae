using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SignBridge.Onnx;

/// <summary>The memory that a graph runs in: tensors that stay on its device between runs, and inputs of the CPU that travel there.</summary>
/// <remarks>On the CPU both are plain memory. On a card the former come from the session's arena, and the latter are pinned: the card reads
/// them without a copy in between. Tensors must be disposed before the model that they belong to.</remarks>
public sealed class DeviceMemory : IDisposable
{
    // What copies between devices is found in the environment, not in a session. The library is loaded by then: its name is enough.
    private static readonly Lazy<OrtEnv> Copying = new(() =>
    {
        OnnxEnvironment.Instance.RegisterExecutionProviderLibrary("signbridge-copies", "libonnxruntime_providers_cuda.so");
        return OnnxEnvironment.Instance;
    });

    private readonly OrtAllocator? _card;
    private readonly OrtAllocator? _pinned;

    internal DeviceMemory(InferenceSession session, DeviceRequest device)
    {
        if (device.Kind == DeviceKind.Cpu)
            return;
        using var card = new OrtMemoryInfo("Cuda", OrtAllocatorType.DeviceAllocator, device.Index, OrtMemType.Default);
        using var pinned = new OrtMemoryInfo("CudaPinned", OrtAllocatorType.DeviceAllocator, device.Index, OrtMemType.CpuOutput);
        _card = new OrtAllocator(session, card);
        _pinned = new OrtAllocator(session, pinned);
    }

    /// <summary>Whether the device is the CPU: only then may the content of a tensor of <see cref="Allocate"/> be touched, and only then does a
    /// run see what changed in an input after it was bound.</summary>
    /// <remarks>Elsewhere ONNX Runtime copies an input to the device when it is bound, not when the graph runs: bind it again after each change.</remarks>
    public bool IsHost => _card is null;

    /// <summary>A tensor of zeros on the device; the caller disposes it.</summary>
    public OrtValue Allocate(TensorElementType elements, long[] shape)
    {
        var zeros = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, elements, shape);
        zeros.GetTensorMutableRawData().Clear();
        if (_card is null)
            return zeros;
        using (zeros)
        {
            var tensor = OrtValue.CreateAllocatedTensorValue(_card, elements, shape);
            Copy([zeros], [tensor]);
            return tensor;
        }
    }

    /// <summary>A tensor in memory of the CPU for an input, its content undefined; the caller disposes it.</summary>
    /// <remarks>Not for an output: ONNX Runtime 1.31 takes pinned memory for the card's own there and refuses to copy it to itself.</remarks>
    public InputTensor AllocateInput(TensorElementType elements, long[] shape) =>
        new(OrtValue.CreateAllocatedTensorValue(_pinned ?? OrtAllocator.DefaultInstance, elements, shape));

    /// <inheritdoc/>
    public void Dispose()
    {
        _card?.Dispose();
        _pinned?.Dispose();
    }

    /// <summary>Copies whole tensors and waits for it; of each pair at least one lies on the card.</summary>
    internal static void Copy(IReadOnlyList<OrtValue> from, IReadOnlyList<OrtValue> to)
    {
        Copying.Value.CopyTensors(from, to, null!);
        GC.KeepAlive(from);
        GC.KeepAlive(to);
    }

    /// <summary>A part of a tensor on the card as a tensor of its own, without a copy: the caller disposes it before the whole.</summary>
    internal unsafe OrtValue View(OrtValue tensor, int start, int bytes)
    {
        // Only the address is taken: the CPU cannot read what is there.
        ref var first = ref MemoryMarshal.GetReference(tensor.GetTensorMutableRawData().Slice(start, bytes));
        return OrtValue.CreateTensorValueWithData(_card!.Info, TensorElementType.UInt8, [bytes], (nint)Unsafe.AsPointer(ref first), bytes);
    }
}
