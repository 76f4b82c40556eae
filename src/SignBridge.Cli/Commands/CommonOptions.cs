using System.CommandLine;
using SignBridge.Onnx;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Models { get; } = new("--models") { Description = $"Folder of model packages (default: {ModelCatalog.EnvironmentVariable}, else models/ of the repository).", HelpName = "DIR" };

    public static Option<DeviceRequest> Device { get; } = CreateDevice();

    public static Option<string[]> Model { get; } = new("--model") { Description = "A package to use in place of the first one of its task; may be repeated.", HelpName = "NAME", DefaultValueFactory = _ => [] };

    public static Option<double> ImagesPerSecond { get; } = new("--fps") { Description = "Frame rate of a folder of images; videos know theirs.", HelpName = "RATE", DefaultValueFactory = _ => ImageFolderSource.DefaultRate };

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace outputs that exist." };

    public static ModelCatalog Catalog(ParseResult result) =>
        result.GetValue(Models) is { } folder ? new ModelCatalog(folder) : ModelCatalog.Find();

    /// <summary>The package for a task: the one named with --model, else the first of that task.</summary>
    public static ModelPackage Package(ParseResult result, string task)
    {
        var catalog = Catalog(result);
        return result.GetValue(Model)!.Select(catalog.Open).FirstOrDefault(p => p.Card.Task == task) ?? catalog.OpenForTask(task);
    }

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
