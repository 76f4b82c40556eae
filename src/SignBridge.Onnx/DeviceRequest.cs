using System.Globalization;

namespace SignBridge.Onnx;

/// <summary>The device that the user asked for: <c>auto</c>, <c>cpu</c>, <c>cuda[:N]</c> or <c>tensorrt[:N]</c>.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Index">Which card, from 0; 0 where it does not matter.</param>
public sealed record DeviceRequest(DeviceKind Kind, int Index = 0)
{
    private const string CudaName = "cuda";
    private const string TensorRtName = "tensorrt";

    /// <summary>CUDA where it runs, else the CPU.</summary>
    public static DeviceRequest Auto { get; } = new(DeviceKind.Auto);

    /// <summary>The CPU.</summary>
    public static DeviceRequest Cpu { get; } = new(DeviceKind.Cpu);

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static DeviceRequest Parse(string text) => text switch
    {
        "auto" => Auto,
        "cpu" => Cpu,
        _ => OfCard(text, CudaName, DeviceKind.Cuda) ?? OfCard(text, TensorRtName, DeviceKind.TensorRt)
            ?? throw new FormatException($"'{text}' is not a device: expected auto, cpu, cuda[:N] or tensorrt[:N]."),
    };

    /// <summary>The written form.</summary>
    public override string ToString() => Kind switch
    {
        DeviceKind.Auto => "auto",
        DeviceKind.Cpu => "cpu",
        _ => Index == 0 ? CardName : Written,
    };

    /// <summary>The written form, with the number of the card where it is one.</summary>
    internal string Written => Kind is DeviceKind.Auto or DeviceKind.Cpu ? ToString() : string.Create(CultureInfo.InvariantCulture, $"{CardName}:{Index}");

    private string CardName => Kind == DeviceKind.Cuda ? CudaName : TensorRtName;

    private static DeviceRequest? OfCard(string? text, string name, DeviceKind kind)
    {
        if (text == name)
            return new DeviceRequest(kind);
        return text is not null && text.StartsWith(name + ":", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new DeviceRequest(kind, index)
            : null;
    }
}
