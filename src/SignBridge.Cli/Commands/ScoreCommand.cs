using System.CommandLine;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Scoring;

namespace SignBridge.Cli;

/// <summary><c>signbridge score HYP REF</c>: scores of what any system wrote.</summary>
internal static class ScoreCommand
{
    private static readonly string[] Default = ["wer", "bleu", "chrf", "ter", "rouge-l"];
    private static readonly Argument<string> Hypothesis = new("HYP") { Description = "What the system wrote: .txt (a line a segment), .jsonl or .csv (joined by id), .ctm, or .eaf or a folder of them for segments." };
    private static readonly Argument<string> Reference = new("REF") { Description = "What is right: .txt, .jsonl, .csv, .stm, .eaf." };
    private static readonly Option<string?> Baseline = new("--baseline") { Description = "What another system wrote, to compare with.", HelpName = "HYP" };
    private static readonly Option<string?> Column = new("--column") { Description = "The column or field to score (default: text, else gloss or glosses).", HelpName = "NAME" };
    private static readonly Option<string?> InputFormat = new Option<string?>("--input-format") { Description = "Of all files, where their names do not say it." }
        .AcceptOnlyFromAmong([.. Enum.GetNames<SegmentFormat>().Select(n => n.ToLowerInvariant())]);
    private static readonly Option<string> Tiers = new("--tiers") { Description = "Of .eaf hypotheses: the tiers of signs and of phrases (default: found by their names).", HelpName = "GLOSSES,SENTENCES", DefaultValueFactory = _ => "" };
    private static readonly Option<string> ReferenceTiers = new("--reference-tiers") { Description = "The same of the references.", HelpName = "GLOSSES,SENTENCES", DefaultValueFactory = _ => "" };
    private static readonly Option<double> FramesPerSecond = CheckedOption.Rate("--fps", "Of .eaf: the frame rate at which segments are compared.", 25);
    private static readonly Option<bool> Confidence = new("--confidence") { Description = "Intervals of 95 % by bootstrap resampling." };
    private static readonly Option<string> Paired = CheckedOption.Choice("--paired", "The test for --baseline: bootstrap or approximate randomisation.", "ar", ["bs", "ar"]);
    private static readonly Option<int?> Trials = CheckedOption.CountIfGiven("--trials", "Resamples and trials (default: 1000, for ar 10000).", 1);
    private static readonly Option<int> Seed = CheckedOption.Count("--seed", "Decides what is drawn.", 0, Bootstrap.DefaultSeed);
    private static readonly Option<string> Format = CheckedOption.Choice("--format", "How the scores are written.", "text", ["text", "json"]);

    public static Command Create()
    {
        var command = new Command("score", "Score what any system wrote against references.")
        {
            Hypothesis, Reference, Column, InputFormat, Tiers, ReferenceTiers, FramesPerSecond, Confidence, Baseline, Paired, Trials, Seed, Format, CommonOptions.Output, CommonOptions.Force,
        };
        MetricsOptions.AddTo(command);
        CommonOptions.RejectUnknownOptions(Hypothesis);
        CommonOptions.RejectUnknownOptions(Reference);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Paired) is { Implicit: false } && result.GetValue(Baseline) is null)
                result.AddError("--paired is for --baseline.");
            if (result.GetValue(Baseline) is not null && AreSegments(result.GetValue(Hypothesis), result.GetValue(Reference)))
                result.AddError("--baseline is for texts and glosses: score the segments of each system by itself.");
        });
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancellationToken)
    {
        using var output = OutputFile.Open(result.GetValue(CommonOptions.Output), result.GetValue(CommonOptions.Force));
        var report = AreSegments(result.GetValue(Hypothesis), result.GetValue(Reference)) ? SegmentsOf(result) : new ScoreRun(RequestOf(result), cancellationToken).Run();
        output.WriteAll(result.GetValue(Format) == "json" ? report.ToJson() : report.ToText());
        return ExitCode.Success;
    }

    private static bool AreSegments(string? hypothesis, string? reference) =>
        hypothesis is not null && reference is not null && SegmentedFiles.AreIn(hypothesis) && SegmentedFiles.AreIn(reference);

    private static ScoreReport SegmentsOf(ParseResult result)
    {
        var (hypothesis, reference) = (result.GetRequiredValue(Hypothesis), result.GetRequiredValue(Reference));
        var files = SegmentedFiles.Read(hypothesis, reference, result.GetRequiredValue(Tiers), result.GetRequiredValue(ReferenceTiers), result.GetValue(FramesPerSecond));
        return new SegmentationRun(hypothesis, reference, files).Run(result.GetValue(Confidence), result.GetValue(Seed));
    }

    private static ScoreRequest RequestOf(ParseResult result)
    {
        SegmentFormat? format = result.GetValue(InputFormat) is { } name ? Enum.Parse<SegmentFormat>(name, ignoreCase: true) : null;
        return new ScoreRequest(result.GetRequiredValue(Hypothesis), result.GetRequiredValue(Reference))
        {
            Baseline = result.GetValue(Baseline),
            Metrics = MetricsOptions.Chosen(result, Default),
            Cleaner = MetricsOptions.Cleaner(result),
            Segments = new SegmentOptions { Format = format, Column = result.GetValue(Column), Costs = MetricsOptions.Costs(result) },
            IsConfidenceAsked = result.GetValue(Confidence),
            Test = result.GetValue(Paired) == "bs" ? PairedTestKind.Bootstrap : PairedTestKind.ApproximateRandomization,
            Trials = result.GetValue(Trials),
            Seed = result.GetValue(Seed),
        };
    }
}
