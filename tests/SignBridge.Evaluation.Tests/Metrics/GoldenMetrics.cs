using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>Sentence pairs and what sacreBLEU 2.6.0, jiwer, rouge-score and the code of the sign-language papers say of them.</summary>
internal static class GoldenMetrics
{
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Repository.Golden("metrics", "expected.json"))).RootElement;

    /// <summary>The names of the cases.</summary>
    public static TheoryData<string> Cases => [.. Expected.EnumerateObject().Select(p => p.Name).Where(n => n != "tools")];

    /// <summary>What a tool says of a case.</summary>
    public static JsonElement Of(string name, string key) => Expected.GetProperty(name).GetProperty(key);

    public static double Number(this JsonElement element, string property) => element.GetProperty(property).GetDouble();

    public static IReadOnlyList<double> Numbers(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>The pairs of a case, hypothesis first.</summary>
    public static IReadOnlyList<(string Hypothesis, string Reference)> Pairs(string name)
    {
        string Lines(string side) => Repository.Golden("metrics", "cases", $"{name}.{side}.txt");
        return [.. File.ReadLines(Lines("hyp")).Zip(File.ReadLines(Lines("ref")))];
    }
}
