using System.CommandLine;
using System.Text;
using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Inspection;
using SignBridge.Evaluation.Reports;
using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary><c>signbridge inspect DATA</c>: how good a data set is, before anyone trains or measures on it.</summary>
internal static class InspectCommand
{
    private static readonly Argument<string> Data = DatasetOptions.Data();
    private static readonly Option<string> Format = CheckedOption.Choice("--format", "text or json.", "text", ["text", "json"]);
    private static readonly Option<int> Sample = CheckedOption.Count("--sample", "Look at N clips, drawn at random (0: all); rows are always all read.", 0, 0);
    private static readonly Option<int> Seed = CheckedOption.Count("--seed", "Decides which are drawn.", 0, 12345);
    private static readonly Option<bool> Estimate = new("--estimate") { Description = "Also estimate the poses of videos, to say how the signers are seen; eval finds them again." };

    public static Command Create()
    {
        var command = new Command("inspect", "Look at a data set before training or measuring on it: broken rows, clips, how the signers are seen, labels, copies, leaks between splits.")
        {
            Data, DatasetOptions.Layout, Format, Sample, Seed, Estimate, DatasetOptions.Poses, DatasetOptions.Workers, CommonOptions.Output, CommonOptions.Force,
            CommonOptions.Device, CommonOptions.Models, CommonOptions.Model,
        };
        CommonOptions.RejectUnknownOptions(Data);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var data = result.GetRequiredValue(Data);
        var reader = DatasetOptions.Reader(result, data);
        using var output = OutputFile.Open(result.GetValue(CommonOptions.Output), result.GetValue(CommonOptions.Force));
        using var translator = result.GetValue(Estimate) ? await LoadAsync(result) : null;
        var plan = new InspectionPlan
        {
            Estimates = translator is null ? null : new ClipLoader(translator, DatasetOptions.Store(result), Models(result).Extraction),
            Sample = result.GetValue(Sample) is > 0 and var size ? size : null,
            Seed = result.GetValue(Seed),
            Workers = result.GetValue(DatasetOptions.Workers),
        };
        DatasetQuality? quality = null;
        await Progress.RunAsync(Path.GetFileName(Path.TrimEndingDirectorySeparator(data)), plan.Sample, async advance =>
            quality = await DatasetInspection.RunAsync(reader, data, plan, advance, cancellationToken));
        output.WriteAll(result.GetValue(Format) == "json" ? JsonReport.ToBytes(quality!) : Text(quality!));
        return ExitCode.Success;
    }

    private static RunModels Models(ParseResult result) => new(task => CommonOptions.Package(result, task), readsVideo: true, new PlainTranslator());

    private static Task<Translator> LoadAsync(ParseResult result) => TranslatorLoader.LoadAsync(
        CommonOptions.Catalog(result), DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device)),
        new TranslatorOptions { Models = result.GetValue(CommonOptions.Model)!, Text = new PlainTranslator() }, TimeProvider.System);

    private static byte[] Text(DatasetQuality quality)
    {
        using var text = new StringWriter { NewLine = "\n" };
        InspectionText.Write(text, quality);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
