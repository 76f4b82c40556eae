using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>What sacreBLEU 2.6.0 says of awkward texts and of random pairs, with options other than its defaults.</summary>
internal static class SacreBleuCases
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.Golden("metrics", "sacrebleu.json"))).RootElement;

    public static IReadOnlyList<(string Hypothesis, string Reference)> Pairs { get; } = [.. Root.GetProperty("pairs").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetString()!))];

    public static IReadOnlyList<string> Texts => Strings(Root.GetProperty("texts"));

    public static IReadOnlyList<string> LowerTexts => Strings(Root.GetProperty("lower"));

    /// <summary>The texts, split by a tokeniser.</summary>
    public static IReadOnlyList<string> Tokenized(string tokenizer) => Strings(Root.GetProperty("tokenized").GetProperty(tokenizer));

    /// <summary>The scores of a metric, one for each set of options.</summary>
    public static IReadOnlyList<JsonElement> Scores(string metric) => [.. Root.GetProperty(metric).EnumerateArray()];

    public static string? Text(this JsonElement score, string option) => score.GetProperty("options").TryGetProperty(option, out var value) ? value.GetString() : null;

    public static int? Count(this JsonElement score, string option) => score.GetProperty("options").TryGetProperty(option, out var value) ? value.GetInt32() : null;

    public static double? Value(this JsonElement score, string option) => score.GetProperty("options").TryGetProperty(option, out var value) ? value.GetDouble() : null;

    public static bool Flag(this JsonElement score, string option) => score.GetProperty("options").TryGetProperty(option, out var value) && value.GetBoolean();

    private static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
