using System.CommandLine;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary><c>signbridge live [SOURCE]</c>: captions in the terminal while somebody signs.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("SOURCE")
        {
            Description = "The number of a camera, its device path, an address (http, rtsp, …), or a video that plays in real time.",
            DefaultValueFactory = _ => "0",
        };
        var record = new Option<string?>("--record") { Description = "Keep captions (jsonl and VTT) and poses in a new folder; never video.", HelpName = "DIR" };
        var preview = new Option<bool>("--preview") { Description = "Show the picture with the skeleton and the caption in a window." };
        var command = new Command("live", "Write captions while somebody signs to a camera.")
        {
            input, record, preview, SignOptions.Signs, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model,
        };
        TextOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(input);
        command.SetAction(async (result, cancellationToken) =>
        {
            var options = new TranslatorOptions { Models = result.GetValue(CommonOptions.Model)!, Signs = SignOptions.FolderToRead(result), Text = TextOptions.Chosen(result) };
            var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));

            using var window = result.GetValue(preview) ? new LivePreview() : null;

            // The models first: a camera that waits for them fills its buffers with old frames.
            using var translator = await TranslatorLoader.LoadAsync(CommonOptions.Catalog(result), sessions, options, TimeProvider.System);
            var name = result.GetRequiredValue(input);
            using var source = await OpenAsync(cancellationToken);
            using var recording = result.GetValue(record) is { } folder ? new LiveRecording(folder, translator.FramesPerSecond) : null;
            var screen = new LiveScreen(Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
            screen.Say($"reading {name} ({source.Info.Width}x{source.Info.Height}); end with Ctrl-C.");
            var camera = LiveSources.IsCamera(name) ? new CameraReturn(OpenAsync, TimeProvider.System) : null;
            await new LiveRun(translator, screen, recording, window, TimeProvider.System).RunAsync(source, camera, cancellationToken);
            return ExitCode.Success;

            Task<IFrameSource> OpenAsync(CancellationToken token) => LiveSources.OpenAsync(name, TimeProvider.System, token);
        });
        return command;
    }
}
