using System.CommandLine;
using SignBridge.Evaluation.Datasets;
using SignBridge.Recognition;

namespace SignBridge.Cli;

/// <summary><c>signbridge signs evaluate DATA</c>: how well new signs are recognised that are taught by the user's own clips.</summary>
internal static class SignsEvaluateCommand
{
    private static readonly Option<int> Ways = CheckedOption.Count("--ways", "Signs that are taught in a trial.", 2, new EnrollmentPlan().Ways);
    private static readonly Option<int> Examples = CheckedOption.Count("--examples", "Examples of each sign.", 1, new EnrollmentPlan().Examples);
    private static readonly Option<int> Trials = CheckedOption.Count("--trials", "How often signs and examples are drawn.", 1, new EnrollmentPlan().Trials);
    private static readonly Option<int> Seed = CheckedOption.Count("--seed", "Decides the draws.", 0, new EnrollmentPlan().Seed);

    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "A data set of single signs: a folder with a folder of clips for each sign, a table with the columns file, gloss and, where known, signer, or another layout of docs/datasets.md." };
        var command = new Command("evaluate", "Measure how well signs are recognised that are taught by a few of these clips and asked by the others.")
        {
            data, Ways, Examples, Trials, Seed, CommonOptions.ImagesPerSecond, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model,
        };
        CommonOptions.RejectUnknownOptions(data);
        command.SetAction((result, cancellationToken) => RunAsync(result, result.GetRequiredValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, string data, CancellationToken cancellationToken)
    {
        var plan = new EnrollmentPlan(result.GetValue(Ways), result.GetValue(Examples), result.GetValue(Trials), result.GetValue(Seed));
        var samples = SingleSigns(data);
        using var translator = await TeachCommand.LoadAsync(result, samples.Values.Select(s => s.Media.Path));
        var reader = new SignClips(translator, result.GetValue(CommonOptions.ImagesPerSecond));
        var clips = new List<LabelledClip>();
        var code = await InputLoop.RunAsync([.. samples.Keys], async path =>
        {
            var sample = samples[path];
            clips.Add(new LabelledClip(sample.Glosses![0], sample.Signer ?? path, translator.Recognizer.Run(await reader.ReadAsync(path, cancellationToken))));
        }, cancellationToken);
        Write(Console.Out, plan, clips, EnrollmentTrials.Run(translator.Recognizer, clips, plan), translator.Recognizer);
        return code;
    }

    /// <summary>The samples of one sign each, by their files; what cannot be used is listed on the standard error.</summary>
    private static Dictionary<string, Sample> SingleSigns(string data)
    {
        var samples = new Dictionary<string, Sample>(StringComparer.Ordinal);
        foreach (var entry in DatasetCatalog.Recognise(data).Read(data))
        {
            if (entry.Problem is { } problem)
                Console.Error.WriteLine($"signbridge: {problem.Message}");
            else if (entry.Sample is { Glosses.Count: 1 } sample)
                samples.TryAdd(sample.Media.Path, sample);
        }

        return samples.Count > 0
            ? samples
            : throw new SignBridgeException(FailureKind.Input, $"'{data}' lists no clips of single signs: expected a folder with a folder of clips for each sign, or a table with the columns file and gloss; check the path.");
    }

    private static void Write(TextWriter output, EnrollmentPlan plan, List<LabelledClip> clips, EnrollmentAccuracy accuracy, SignRecognizer recognizer)
    {
        var signs = clips.Select(c => c.Sign).Distinct(StringComparer.Ordinal).ToList();
        Line("data", $"{clips.Count} clips of {signs.Count} signs, {signs.Count(recognizer.Labels.Contains)} of them in the vocabulary of {recognizer.Card.Name}");
        Line("trials", FormattableString.Invariant($"{plan.Trials} (seed {plan.Seed}), each {plan.Ways} signs with {plan.Examples} examples; {accuracy.Asked} clips asked"));
        Line("nearest", $"{Percent(accuracy.Nearest)} nearest to their own of the {plan.Ways} signs");
        Line("recognised", $"{Percent(accuracy.Right)} as their sign, {Percent(accuracy.Confused)} as another taught one, {Percent(accuracy.Vocabulary)} as one of the vocabulary, {Percent(accuracy.Rejected)} not at all");

        void Line(string name, string value) => output.WriteLine($"{name + ":",-12}{value}");

        string Percent(int count) => FormattableString.Invariant($"{100.0 * count / accuracy.Asked:0.0} %");
    }
}
