using System.CommandLine;
using System.Diagnostics;
using System.Text;
using SignBridge.Onnx;
using SignBridge.Pose;

namespace SignBridge.Cli;

/// <summary><c>signbridge bench INPUT…</c>: how fast this machine is, stage by stage and end to end.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Videos, folders of images or .pose files.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int> Rounds = CheckedOption.Count("--rounds", "Measured rounds over all inputs.", 1, 5, most: 1000);
    private static readonly Option<int> Warmup = CheckedOption.Count("--warmup", "Rounds before them that are not measured.", 0, 2, most: 1000);
    private static readonly Option<int> Streams = CheckedOption.Count("--streams", "Streams that work through the inputs at the same time on one set of models.", 1, 1, most: 1000);
    private static readonly Option<bool> Live = new("--live") { Description = "Follow the inputs while they play in real time, with a rest at their end: how soon captions come, and what is dropped." };
    private static readonly Option<bool> PoseOnly = new("--pose-only") { Description = "Decode and estimate the pose of every frame; neither glosses nor text." };
    private static readonly Option<bool> Face = new("--face") { Description = "With the landmarks of the face; for --pose-only." };
    private static readonly Option<string> Format = CheckedOption.Choice("--format", "How the figures are written.", "text", ["text", "json", "markdown"]);
    private static readonly Option<string?> Earlier = new("--compare") { Description = "An earlier measurement (JSON): print ratios to stderr and fail on a regression.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("bench", "Measure the translation of clips: every stage, end to end, memory.")
        {
            Inputs, Rounds, Warmup, Streams, Live, PoseOnly, Face, Format, CommonOptions.Output, Earlier,
            CommonOptions.ImagesPerSecond, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model, CommonOptions.Force,
        };
        CommonOptions.RejectUnknownOptions(Inputs);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Face) && !result.GetValue(PoseOnly))
                result.AddError("--face is for --pose-only: the recogniser does not read the face.");
            if (result.GetValue(Live) && result.GetValue(PoseOnly))
                result.AddError("--live and --pose-only exclude each other: live streams are followed to their captions.");
            if (result.GetValue(PoseOnly) && result.GetValue(Inputs)?.FirstOrDefault(ClipFile.IsPoseFile) is { } pose)
                result.AddError($"'{pose}' holds poses already: --pose-only takes videos.");
        });
        command.SetAction((result, cancellationToken) => RunAsync(result, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var plan = new BenchPlan(
            result.GetValue(Live) ? "live" : !result.GetValue(PoseOnly) ? "translate" : result.GetValue(Face) ? "pose+face" : "pose",
            result.GetRequiredValue(Inputs), result.GetValue(Streams), result.GetValue(Warmup), result.GetValue(Rounds));
        var path = result.GetValue(Earlier);
        var earlier = path is null ? null : BenchReport.Read(path);
        using var output = OutputFile.Open(result.GetValue(CommonOptions.Output), result.GetValue(CommonOptions.Force));
        var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
        if (earlier is not null)
            BenchComparison.RequireSameWork(path!, earlier, plan, sessions.Device.Actual);

        var start = Stopwatch.GetTimestamp();
        using var work = await LoadAsync(result, sessions);
        var loading = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var run = new BenchRun(work, plan);
        var warmup = await run.WarmUpAsync(cancellationToken);
        var rounds = await run.MeasureAsync(cancellationToken);
        var report = new BenchReport(
            TimeProvider.System.GetUtcNow(), Machine.This(), sessions.Device, plan, loading, warmup, rounds, run.ClipMilliseconds, run.Stages, PeakMemory.Read(),
            run.LanguageModel)
        {
            Captions = (work as LiveWork)?.Captions,
            Graphs = sessions.Graphs,
        };

        output.WriteAll(Written(report, result.GetValue(Format)!));
        return earlier is null ? ExitCode.Success : Compare(earlier, report);
    }

    private static async Task<IMeasuredWork> LoadAsync(ParseResult result, SessionFactory sessions)
    {
        var rate = result.GetValue(CommonOptions.ImagesPerSecond);
        if (result.GetValue(PoseOnly))
        {
            var package = CommonOptions.Package(result, "pose");
            package.Verify();
            var holistic = new HolisticOptions { Face = result.GetValue(Face) };
            return new PoseWork(HolisticModels.Load(package, sessions, holistic), holistic, rate);
        }

        var options = new TranslatorOptions { ReadsVideo = !result.GetRequiredValue(Inputs).All(ClipFile.IsPoseFile), Models = result.GetValue(CommonOptions.Model)! };
        var translator = await TranslatorLoader.LoadAsync(CommonOptions.Catalog(result), sessions, options, TimeProvider.System);
        return result.GetValue(Live) ? new LiveWork(translator, rate) : new TranslationWork(translator, rate);
    }

    private static byte[] Written(BenchReport report, string format) => format switch
    {
        "json" => report.ToJson(),
        "markdown" => Encoding.UTF8.GetBytes(string.Join('\n', BenchTables.Of(report).Select(t => t.ToMarkdown()))),
        _ => Encoding.UTF8.GetBytes(string.Join('\n', BenchTables.Of(report).Select(t => t.ToText()))),
    };

    private static int Compare(BenchReport earlier, BenchReport now)
    {
        if (earlier.Machine.Processor != now.Machine.Processor || earlier.Machine.Cores != now.Machine.Cores)
            Console.Error.WriteLine($"signbridge: the earlier measurement is of another machine: {earlier.Machine.Processor}, {earlier.Machine.Cores} cores.");
        var comparison = BenchComparison.Of(earlier, now);
        Console.Error.Write(BenchTables.Of(comparison).ToText());
        return comparison.HasRegressed ? ExitCode.Regression : ExitCode.Success;
    }
}
