using System.CommandLine;
using System.Globalization;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Text;
using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Cli;

/// <summary>Which metrics are computed and how, for every command that prints scores of texts.</summary>
internal static class MetricsOptions
{
    private static readonly Option<IReadOnlyList<string>> Metrics = CheckedOption.Create<IReadOnlyList<string>>(
        "--metrics", "NAMES", $"Separated by commas: {string.Join(", ", MetricCatalog.Names)}.", [], ParseMetrics);

    private static readonly Option<string> Rules = CheckedOption.Choice("--clean", "Rules of a benchmark for glosses.", GlossCleaner.None, GlossCleaner.Names);
    private static readonly Option<string> WordCosts = CheckedOption.Choice("--costs", "Of the alignment for word errors.", "sclite", WordErrorCosts.All.Select(c => c.Name));
    private static readonly Option<string> Tokenize = CheckedOption.Choice("--tokenize", "BLEU's tokeniser.", "13a", Tokenizer.Names);
    private static readonly Option<string> Smooth = CheckedOption.Choice("--smooth", "BLEU's smoothing.", "exp", BleuSmoothing.Methods);
    private static readonly Option<double?> SmoothValue = CheckedOption.Create<double?>("--smooth-value", "X", "For --smooth floor (0.1) and add-k (1).", null, ParseSmoothValue);
    private static readonly Option<bool> Lowercase = new("--lowercase") { Description = "Ignore case; TER does anyway." };
    private static readonly Option<bool> TerNormalized = new("--ter-normalized") { Description = "TER: separate marks from words." };
    private static readonly Option<bool> TerNoPunct = new("--ter-no-punct") { Description = "TER: drop marks." };
    private static readonly Option<bool> TerAsian = new("--ter-asian-support") { Description = "TER: the same for Chinese and Japanese." };
    private static readonly Option<bool> TerCase = new("--ter-case-sensitive") { Description = "TER: case counts." };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Metrics, Rules, WordCosts, Tokenize, Smooth, SmoothValue, Lowercase, TerNormalized, TerNoPunct, TerAsian, TerCase])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(SmoothValue) is { Implicit: false } && result.GetValue(Smooth) is not ("floor" or "add-k"))
                result.AddError("--smooth-value is for --smooth floor and add-k.");
        });
    }

    /// <summary>The metrics that the user named.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="usual">Those of a command line that names none.</param>
    public static IReadOnlyList<ICorpusMetric> Chosen(ParseResult result, IReadOnlyList<string> usual)
    {
        var options = Options(result);
        return [.. (result.GetRequiredValue(Metrics) is { Count: > 0 } named ? named : usual).Select(m => MetricCatalog.Create(m, options))];
    }

    /// <summary>A metric with the options that the user gave.</summary>
    public static ICorpusMetric Create(ParseResult result, string name) => MetricCatalog.Create(name, Options(result));

    /// <summary>What is done to glosses before they are compared.</summary>
    public static GlossCleaner Cleaner(ParseResult result) => GlossCleaner.Named(result.GetRequiredValue(Rules));

    /// <summary>Of the alignment for word errors.</summary>
    public static WordErrorCosts Costs(ParseResult result) => WordErrorCosts.All.First(c => c.Name == result.GetValue(WordCosts));

    private static MetricOptions Options(ParseResult result) => new()
    {
        Tokenizer = Tokenizer.Named(result.GetRequiredValue(Tokenize)),
        Smoothing = BleuSmoothing.Create(result.GetRequiredValue(Smooth), result.GetValue(SmoothValue)),
        Costs = Costs(result),
        IsLowercase = result.GetValue(Lowercase),
        Ter = new TerOptions
        {
            IsNormalized = result.GetValue(TerNormalized), IsPunctuationDropped = result.GetValue(TerNoPunct),
            IsAsianSupported = result.GetValue(TerAsian), IsCaseSensitive = result.GetValue(TerCase),
        },
    };

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
}
