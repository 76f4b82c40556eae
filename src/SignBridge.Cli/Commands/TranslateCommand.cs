using System.CommandLine;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary><c>signbridge translate INPUT…</c></summary>
internal static class TranslateCommand
{
    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Videos, folders of images, .pose files, or - for the standard input.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Mode = CheckedOption.Choice("--mode", "continuous: any number of signs; isolated: the clip is one sign.", "continuous", ["continuous", "isolated"]);
    private static readonly Option<string> Format = CheckedOption.Choice("--format", "What is written. srt and vtt are for one input.", "text", ["text", "json", "jsonl", "srt", "vtt"]);
    private static readonly Option<string?> Overlay = new("--overlay") { Description = "Also write a video with the skeleton and the captions burnt in; for one input.", HelpName = "OUT.mp4" };
    private static readonly Option<int> Beams = CheckedOption.Count("--beams", "Hypotheses that the language model keeps; 1 is greedy.", 1, 1, most: 1000);
    private static readonly Option<int> Best = CheckedOption.Count("--best", "Readings reported for an isolated sign.", 1, 5, most: 1000);
    private static readonly Option<bool> Timings = new("--timings") { Description = "Print p50/p95/p99 of each stage, frames/s and the real-time factor to stderr." };

    public static Command Create()
    {
        var command = new Command("translate", "Translate signing into written sentences.")
        {
            Inputs, Mode, Format, CommonOptions.Output, Overlay, Beams, Best, Timings,
            CommonOptions.ImagesPerSecond, SignOptions.Signs, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model, CommonOptions.Force,
        };
        TextOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Inputs);
        command.Validators.Add(result =>
        {
            var many = result.GetValue(Inputs) is { Length: > 1 };
            if (many && result.GetValue(Format) is "srt" or "vtt")
                result.AddError("--format srt and vtt hold one input: translate the inputs one by one, or use --format jsonl.");
            if (result.GetValue(Inputs)?.Count(i => i == ClipFile.StandardInput) > 1)
                result.AddError("The standard input can be read once: name - once.");
            if (many && result.GetValue(Overlay) is not null)
                result.AddError("--overlay is for one input: translate the inputs one by one.");
        });
        command.SetAction((result, cancellationToken) => RunAsync(result, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var inputs = result.GetRequiredValue(Inputs);
        var request = new TranslateRequest(
            inputs,
            result.GetValue(Mode) == "isolated" ? RecognitionMode.Isolated : RecognitionMode.Continuous,
            result.GetValue(Overlay),
            result.GetValue(CommonOptions.ImagesPerSecond),
            result.GetValue(CommonOptions.Force),
            result.GetValue(Timings));
        var options = new TranslatorOptions
        {
            ReadsVideo = !inputs.All(ClipFile.IsPoseFile),
            Models = result.GetValue(CommonOptions.Model)!,
            Signs = SignOptions.FolderToRead(result),
            Text = TextOptions.Chosen(result),
            Best = result.GetValue(Best),
            Beams = result.GetValue(Beams),
        };

        var path = result.GetValue(CommonOptions.Output);
        if (request.Overlay is { } overlay)
            VideoFileWriter.ThrowIfNotWritable(overlay, request.Overwrite);
        using var output = OutputFile.Open(path, request.Overwrite);
        try
        {
            var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
            using var translator = await TranslatorLoader.LoadAsync(CommonOptions.Catalog(result), sessions, options, TimeProvider.System);
            using var writer = WriterOf(result.GetValue(Format)!, output, inputs.Length > 1);
            return await new TranslateRun(translator, request, writer).RunAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw path is null ? OutputFile.UnwritableStandardOutput(e) : OutputFile.Unwritable(path, e);
        }
    }

    private static IResultWriter WriterOf(string format, OutputFile output, bool many) => format switch
    {
        "json" => new JsonResultWriter(output, array: many),
        "jsonl" => new JsonLinesResultWriter(output),
        "srt" => new SubtitleResultWriter(output, Subtitles.ToSrt),
        "vtt" => new SubtitleResultWriter(output, Subtitles.ToVtt),
        _ => new TextResultWriter(output, named: many),
    };
}
