using System.CommandLine;
using System.Globalization;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Evaluation.Metrics.Text;
using SignBridge.Evaluation.Metrics.Translation;
using SignBridge.Evaluation.Scoring;

namespace SignBridge.Cli;

/// <summary><c>signbridge score HYP REF</c>: scores of what any system wrote.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string> Hypothesis = new("HYP") { Description = "What the system wrote: .txt (a line a segment), .jsonl or .csv (joined by id), .ctm." };
    private static readonly Argument<string> Reference = new("REF") { Description = "What is right: .txt, .jsonl, .csv, .stm." };
    private static readonly Option<string?> Baseline = new("--baseline") { Description = "What another system wrote, to compare with.", HelpName = "HYP" };
    private static readonly Option<IReadOnlyList<string>> Metrics = CheckedOption.Create<IReadOnlyList<string>>(
        "--metrics", "NAMES", $"Separated by commas: {string.Join(", ", MetricCatalog.Names)}.", ["wer", "bleu", "chrf", "ter", "rouge-l"], ParseMetrics);
    private static readonly Option<string> Clean = Choice("--clean", "Rules of a benchmark for glosses.", "none", GlossCleaner.Names);
    private static readonly Option<string> Costs = Choice("--costs", "Of the alignment for word errors.", "sclite", WordErrorCosts.All.Select(c => c.Name));
    private static readonly Option<string> Tokenize = Choice("--tokenize", "BLEU's tokeniser.", "13a", Tokenizer.Names);
    private static readonly Option<string> Smooth = Choice("--smooth", "BLEU's smoothing.", "exp", BleuSmoothing.Methods);
    private static readonly Option<double?> SmoothValue = CheckedOption.Create<double?>("--smooth-value", "X", "For --smooth floor (0.1) and add-k (1).", null, ParseSmoothValue);
    private static readonly Option<bool> Lowercase = new("--lowercase") { Description = "Ignore case; TER does anyway." };
    private static readonly Option<bool> TerNormalized = new("--ter-normalized") { Description = "TER: separate marks from words." };
    private static readonly Option<bool> TerNoPunct = new("--ter-no-punct") { Description = "TER: drop marks." };
    private static readonly Option<bool> TerAsian = new("--ter-asian-support") { Description = "TER: the same for Chinese and Japanese." };
    private static readonly Option<bool> TerCase = new("--ter-case-sensitive") { Description = "TER: case counts." };
    private static readonly Option<string?> Column = new("--column") { Description = "The column or field to score (default: text, else gloss or glosses).", HelpName = "NAME" };
    private static readonly Option<string?> InputFormat = new Option<string?>("--input-format") { Description = "Of all files, where their names do not say it." }
        .AcceptOnlyFromAmong([.. Enum.GetNames<SegmentFormat>().Select(n => n.ToLowerInvariant())]);
    private static readonly Option<bool> Confidence = new("--confidence") { Description = "Intervals of 95 % by bootstrap resampling." };
    private static readonly Option<string> Paired = Choice("--paired", "The test for --baseline: bootstrap or approximate randomisation.", "ar", ["bs", "ar"]);
    private static readonly Option<int?> Trials = CheckedOption.Create<int?>("--trials", "N", "Resamples and trials (default: 1000, for ar 10000).", null, text => ParseNumber("--trials", text, 1));
    private static readonly Option<int> Seed = CheckedOption.Create("--seed", "N", "Decides what is drawn.", Bootstrap.DefaultSeed, text => ParseNumber("--seed", text, 0));
    private static readonly Option<string> Format = Choice("--format", "How the scores are written.", "text", ["text", "json"]);
    private static readonly Option<string?> Output = new("-o", "--output") { Description = "Write to a new file instead of the standard output.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("score", "Score what any system wrote against references.")
        {
            Hypothesis, Reference, Metrics, Clean, Costs, Tokenize, Smooth, SmoothValue, Lowercase, TerNormalized, TerNoPunct, TerAsian, TerCase,
            Column, InputFormat, Confidence, Baseline, Paired, Trials, Seed, Format, Output, CommonOptions.Force,
        };
        CommonOptions.RejectUnknownOptions(Hypothesis);
        CommonOptions.RejectUnknownOptions(Reference);
        command.Validators.Add(result =>
        {
            if (result.GetResult(SmoothValue) is { Implicit: false } && result.GetValue(Smooth) is not ("floor" or "add-k"))
                result.AddError("--smooth-value is for --smooth floor and add-k.");
            if (result.GetResult(Paired) is { Implicit: false } && result.GetValue(Baseline) is null)
                result.AddError("--paired is for --baseline.");
        });
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancellationToken)
    {
        using var output = OutputFile.Open(result.GetValue(Output), result.GetValue(CommonOptions.Force));
        var report = new ScoreRun(RequestOf(result), cancellationToken).Run();
        try
        {
            output.Write(result.GetValue(Format) == "json" ? report.ToJson() : report.ToText());
        }
        catch (IOException e)
        {
            throw result.GetValue(Output) is { } path ? OutputFile.Unwritable(path, e) : OutputFile.UnwritableStandardOutput(e);
        }

        return ExitCode.Success;
    }

    private static ScoreRequest RequestOf(ParseResult result)
    {
        var costs = WordErrorCosts.All.First(c => c.Name == result.GetValue(Costs));
        var options = new MetricOptions
        {
            Tokenizer = Tokenizer.Named(result.GetRequiredValue(Tokenize)),
            Smoothing = BleuSmoothing.Create(result.GetRequiredValue(Smooth), result.GetValue(SmoothValue)),
            Costs = costs,
            IsLowercase = result.GetValue(Lowercase),
            Ter = new TerOptions
            {
                IsNormalized = result.GetValue(TerNormalized), IsPunctuationDropped = result.GetValue(TerNoPunct),
                IsAsianSupported = result.GetValue(TerAsian), IsCaseSensitive = result.GetValue(TerCase),
            },
        };
        SegmentFormat? format = result.GetValue(InputFormat) is { } name ? Enum.Parse<SegmentFormat>(name, ignoreCase: true) : null;
        return new ScoreRequest(result.GetRequiredValue(Hypothesis), result.GetRequiredValue(Reference))
        {
            Baseline = result.GetValue(Baseline),
            Metrics = [.. result.GetRequiredValue(Metrics).Select(m => MetricCatalog.Create(m, options))],
            Cleaner = GlossCleaner.Named(result.GetRequiredValue(Clean)),
            Segments = new SegmentOptions { Format = format, Column = result.GetValue(Column), Costs = costs },
            IsConfidenceAsked = result.GetValue(Confidence),
            Test = result.GetValue(Paired) == "bs" ? PairedTestKind.Bootstrap : PairedTestKind.ApproximateRandomization,
            Trials = result.GetValue(Trials),
            Seed = result.GetValue(Seed),
        };
    }

    private static IReadOnlyList<string> ParseMetrics(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && names.All(MetricCatalog.Names.Contains)
            ? [.. names.Distinct(StringComparer.Ordinal)]
            : throw new FormatException($"--metrics takes names of {string.Join(", ", MetricCatalog.Names)}, not '{text}'.");
    }

    private static double? ParseSmoothValue(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && double.IsFinite(value)
            ? value
            : throw new FormatException($"--smooth-value takes a number from 0, not '{text}'.");

    private static int ParseNumber(string option, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException(FormattableString.Invariant($"{option} takes a number from {least}, not '{text}'."));

    private static Option<string> Choice(string name, string description, string value, IEnumerable<string> values) =>
        new Option<string>(name) { Description = description, DefaultValueFactory = _ => value }.AcceptOnlyFromAmong([.. values]);
}
