using System.CommandLine;
using SignBridge.Onnx;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Models { get; } = new("--models") { Description = $"Folder of model packages (default: {ModelCatalog.EnvironmentVariable}, else models/ of the repository).", HelpName = "DIR" };

    public static Option<DeviceRequest> Device { get; } = CheckedOption.Create(
        "--device", "auto|cpu|cuda[:N]|tensorrt[:N]", "auto (CUDA where it runs, else the CPU), cpu, or cuda[:N] or tensorrt[:N] (fail where they cannot be had).", DeviceRequest.Auto, DeviceRequest.Parse);

    public static Option<string[]> Model { get; } = new("--model") { Description = "A package to use in place of the first one of its task; may be repeated.", HelpName = "NAME", DefaultValueFactory = _ => [] };

    public static Option<double> ImagesPerSecond { get; } = CheckedOption.Rate(
        "--fps", "Frame rate of a folder of images; videos know theirs.", ImageFolderSource.DefaultRate);

    public static Option<string?> Output { get; } = new("-o", "--output") { Description = "Write to a new file instead of the standard output.", HelpName = "FILE" };

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace outputs that exist." };

    public static ModelCatalog Catalog(ParseResult result) =>
        result.GetValue(Models) is { } folder ? new ModelCatalog(folder) : ModelCatalog.Find();

    /// <summary>The package for a task: the one named with --model, else the first of that task.</summary>
    public static ModelPackage Package(ParseResult result, string task)
    {
        var catalog = Catalog(result);
        return catalog.OpenForTask(task, result.GetValue(Model)!.Select(catalog.Open).ToList());
    }

    /// <summary>An argument takes whatever is no option of its command, so a mistyped option would be looked for as a file.</summary>
    public static void RejectUnknownOptions(Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(t => t.Value.Length > 1 && t.Value[0] == '-' && !Path.Exists(t.Value)) is { } token)
            result.AddError($"There is no option '{token.Value}' (a file of that name is ./{token.Value})");
    });
}
