using System.Text.Json;
using Json.Schema;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>docs/result.schema.json, which is what users program against.</summary>
internal static class ResultSchema
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "docs", "result.schema.json")));

    public static void AssertValid(JsonElement result)
    {
        var evaluation = Evaluate(result);
        var problems = (evaluation.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!, (d, e) => $"{d.InstanceLocation}: {e.Value}");
        Assert.True(evaluation.IsValid, $"{string.Join("; ", problems)} in {result}");
    }

    public static bool IsValid(JsonElement result) => Evaluate(result).IsValid;

    private static EvaluationResults Evaluate(JsonElement result) => Schema.Evaluate(result, new EvaluationOptions { OutputFormat = OutputFormat.List });
}
