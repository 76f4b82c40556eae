using System.CommandLine;
using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Cli;

/// <summary>Options of the commands that read data sets.</summary>
internal static class DatasetOptions
{
    public static Option<IDatasetReader?> Layout { get; } = CheckedOption.Create<IDatasetReader?>(
        "--dataset", "LAYOUT", "The layout, where it cannot be told from the files.", null, DatasetCatalog.Named);

    public static Option<int> Workers { get; } = CheckedOption.Count("--workers", "Samples that are read at the same time.", 1, Environment.ProcessorCount);

    public static Option<string?> Poses { get; } = new("--poses") { Description = "Folder in which estimated poses are kept (default: signbridge/poses in the user's cache).", HelpName = "DIR" };

    public static PoseStore Store(ParseResult result) => result.GetValue(Poses) is { } folder ? new PoseStore(folder) : PoseStore.Find();

    public static Argument<string> Data() => new("DATA") { Description = "A manifest, or the folder of a data set in the layout in which it is distributed." };

    /// <summary>The reader of the layout that was named, else of the one that the data have.</summary>
    /// <exception cref="SignBridgeException">None can be told (<see cref="FailureKind.Input"/>).</exception>
    public static IDatasetReader Reader(ParseResult result, string data) => result.GetValue(Layout) ?? DatasetCatalog.Recognise(data);
}
