namespace SignBridge.Onnx;

/// <summary>Kinds of device that a user can ask for.</summary>
public enum DeviceKind
{
    /// <summary>CUDA where it runs, else the CPU.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>An NVIDIA card.</summary>
    Cuda,

    /// <summary>An NVIDIA card with graphs compiled by TensorRT; what that cannot compile runs on CUDA.</summary>
    TensorRt,
}
