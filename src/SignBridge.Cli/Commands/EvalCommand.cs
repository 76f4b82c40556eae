using System.CommandLine;
using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Perturbations;
using SignBridge.Evaluation.Runs;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary><c>signbridge eval DATA --out RUN</c></summary>
internal static class EvalCommand
{
    private static readonly Argument<string> Data = DatasetOptions.Data();
    private static readonly Option<string> Out = new("--out") { Description = "The folder of the run: results and reports. A run that is there already goes on.", HelpName = "RUN", Required = true };

    private static readonly Option<string?> Mode = new Option<string?>("--mode") { Description = "continuous: any number of signs; isolated: each clip is one sign (default: what the references are)." }
        .AcceptOnlyFromAmong("continuous", "isolated");

    private static readonly Option<bool> Streaming = new("--streaming") { Description = "Read each sample as a live stream does, and report how late its glosses are." };
    private static readonly Option<string[]> Splits = new("--split") { Description = "A split to read, for example test; may be repeated.", HelpName = "NAME", DefaultValueFactory = _ => [] };
    private static readonly Option<SignerShares?> SplitBySigner = CheckedOption.Create<SignerShares?>(
        "--split-by-signer", "TRAIN/DEV/TEST", "Divide the signers anew, by shares in percent, so that none is in two splits; then --split names one of them.", null, SignerShares.Parse);

    private static readonly Option<IReadOnlyList<Perturbation>> Perturb = CheckedOption.Create<IReadOnlyList<Perturbation>>(
        "--perturb", "PLAN", "Also read every sample under perturbations, for example 'fps=5,10;drop;mirror'.", [], Plan);

    private static readonly Option<int> Limit = CheckedOption.Count("--limit", "Read only the first N samples (0: all).", 0, 0);
    private static readonly Option<int> Seed = CheckedOption.Count("--seed", "Decides whatever is drawn by chance.", 0, 12345);
    private static readonly Option<Shard?> ShardOption = CheckedOption.Create<Shard?>("--shard", "i/n", "Read one of n parts; signbridge merge puts the runs together.", null, Shard.Parse);

    public static Command Create()
    {
        var command = new Command("eval", "Evaluate the models on a data set and write a report.")
        {
            Data, Out, DatasetOptions.Layout, Mode, Streaming, Splits, SplitBySigner, Limit, Perturb, ShardOption, DatasetOptions.Workers, Seed, DatasetOptions.Poses,
            CommonOptions.Device, CommonOptions.Models, CommonOptions.Model,
        };
        MetricsOptions.AddTo(command);
        TextOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Data);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Streaming) && result.GetValue(Mode) == "isolated")
                result.AddError("--streaming and --mode isolated exclude each other: a stream holds any number of signs.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = result.GetRequiredValue(Data);
        var reader = DatasetOptions.Reader(result, data);
        var shares = result.GetValue(SplitBySigner);
        var seed = result.GetValue(Seed);
        var splits = result.GetValue(Splits)!;
        var needs = DatasetNeeds.Of(Read(), splits);
        var plan = result.GetRequiredValue(Perturb);
        if (!needs.Video && plan.FirstOrDefault(p => p.NeedsFrames) is { } pictures)
            throw new SignBridgeException(FailureKind.Input, $"The perturbation '{pictures.Name}' changes pictures but '{data}' holds poses only: give the videos, or leave '{pictures.Name}' out.");
        var text = TextOptions.Chosen(result) ?? (needs.Text ? null : new Translation.PlainTranslator());
        var isStreaming = result.GetValue(Streaming);
        var isIsolated = result.GetValue(Mode) is { } mode ? mode == "isolated" : needs.IsIsolated && !isStreaming;
        var models = new RunModels(task => CommonOptions.Package(result, task), needs.Video, text);
        var settings = new RunSettings
        {
            Dataset = data,
            Layout = reader.Name,
            Mode = isIsolated ? RecognitionMode.Isolated : RecognitionMode.Continuous,
            IsStreaming = isStreaming,
            Splits = splits,
            SplitBySigner = shares?.ToString(),
            Perturbations = [.. plan.Select(p => p.ToString())],
            Limit = result.GetValue(Limit) is > 0 and var limit ? limit : null,
            Seed = seed,
            Models = models.Used,
            Shard = result.GetValue(ShardOption),
        };
        var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
        var folder = RunFolder.Begin(result.GetRequiredValue(Out), settings, Origin(sessions, models.Cards));
        var options = new TranslatorOptions { ReadsVideo = needs.Video, Models = result.GetValue(CommonOptions.Model)!, Text = text, Best = RunModels.Best };
        using var translator = await TranslatorLoader.LoadAsync(CommonOptions.Catalog(result), sessions, options, TimeProvider.System);
        var run = new EvaluationRun(translator, new ClipLoader(translator, DatasetOptions.Store(result), models.Extraction), folder);
        return await new EvalRun(run, folder, result).RunAsync(Read(), result.GetValue(DatasetOptions.Workers), cancellationToken);

        IEnumerable<DatasetEntry> Read() => shares is null ? reader.Read(data) : shares.Divide(reader.Read(data), seed);
    }

    private static IReadOnlyList<Perturbation> Plan(string text)
    {
        try
        {
            return PerturbationPlan.Parse(text);
        }
        catch (SignBridgeException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static RunOrigin Origin(SessionFactory sessions, IReadOnlyList<CardNote> cards)
    {
        var machine = Machine.This();
        return new RunOrigin($"signbridge {string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quoted))}", cards, new Dictionary<string, string>
        {
            ["SignBridge"] = machine.Commit is { } commit ? $"{machine.SignBridge} ({commit})" : machine.SignBridge,
            ["processor"] = FormattableString.Invariant($"{machine.Processor}, {machine.Cores} cores"),
            ["system"] = machine.System,
            [".NET"] = machine.Runtime,
            ["ONNX Runtime"] = machine.OnnxRuntime,
            ["device"] = sessions.Device.Actual,
        });

        static string Quoted(string argument) => argument.Any(c => !char.IsLetterOrDigit(c) && !"-_./:=,".Contains(c)) ? $"'{argument}'" : argument;
    }
}
