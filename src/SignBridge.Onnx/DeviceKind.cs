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
}
