namespace SignBridge.Cli.Tests;

/// <summary>One process that is given everything bad at once, between good inputs.</summary>
public sealed class BadInputsRun : IAsyncLifetime
{
    /// <summary>What fails, with a piece of the sentence that says why.</summary>
    public static IReadOnlyDictionary<string, string> Failing { get; } = new Dictionary<string, string>
    {
        ["missing.mp4"] = "does not exist",
        ["missing.pose"] = "does not exist",
        ["no-images"] = "holds no images",
        ["text.mp4"] = "is a text file whatever its name says",
        ["empty.mp4"] = "is empty (0 bytes)",
        ["no-index.mp4"] = "is cut off before its index",
        ["no-frames.mp4"] = "frame",
        ["one-frame.mp4"] = "expected a moving sign",
        ["tiny.avi"] = "Nobody is in view",
        ["nobody.mp4"] = "Nobody is in view",
        ["layout.pose"] = "is of another layout",
        ["version.pose"] = "version 0.3, expected 0.1 or 0.2",
        ["nan.pose"] = "has x NaN",
        ["huge.pose"] = "has x 1E+30",
        ["cut.pose"] = "was cut off",
        ["camera:63"] = "There is no camera '63'",
    };

    /// <summary>What is odd but holds a sentence.</summary>
    public static IReadOnlyList<string> Readable { get; } = ["good.pose", "cut-short.mp4", "portrait.mp4", "4k.mp4"];

    public CliResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var folder = new WorkFolder();
        await BadMedia.WriteAsync(folder);
        Result = await CliProcess.RunAsync(folder, ["translate", Readable[0], .. Failing.Keys, .. Readable.Skip(1), "--format", "json", "--device", "cpu"]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
