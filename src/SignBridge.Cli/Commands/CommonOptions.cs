using System.CommandLine;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Models { get; } = new("--models") { Description = $"Folder of model packages (default: {ModelCatalog.EnvironmentVariable}, else models/ of the repository).", HelpName = "DIR" };

    public static Option<DeviceRequest> Device { get; } = CreateDevice();

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace outputs that exist." };

    public static ModelCatalog Catalog(ParseResult result) =>
        result.GetValue(Models) is { } folder ? new ModelCatalog(folder) : ModelCatalog.Find();

    private static Option<DeviceRequest> CreateDevice() => new("--device")
    {
        Description = "auto (CUDA where it runs, else the CPU), cpu, or cuda[:N] (fails where it cannot be had).",
        HelpName = "auto|cpu|cuda[:N]",
        DefaultValueFactory = _ => DeviceRequest.Auto,
        CustomParser = argument =>
        {
            try
            {
                return DeviceRequest.Parse(argument.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                argument.AddError(e.Message);
                return DeviceRequest.Auto;
            }
        },
    };
}
