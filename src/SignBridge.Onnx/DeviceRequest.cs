using System.Globalization;

namespace SignBridge.Onnx;

/// <summary>The device that the user asked for: <c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Index">Which card, from 0; 0 where it does not matter.</param>
public sealed record DeviceRequest(DeviceKind Kind, int Index = 0)
{
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
        "cuda" => new DeviceRequest(DeviceKind.Cuda),
        _ when text is not null && text.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            => new DeviceRequest(DeviceKind.Cuda, index),
        _ => throw new FormatException($"'{text}' is not a device: expected auto, cpu, cuda or cuda:N."),
    };

    /// <summary>The written form.</summary>
    public override string ToString() => Kind switch
    {
        DeviceKind.Auto => "auto",
        DeviceKind.Cpu => "cpu",
        _ => Index == 0 ? "cuda" : string.Create(CultureInfo.InvariantCulture, $"cuda:{Index}"),
    };
}
