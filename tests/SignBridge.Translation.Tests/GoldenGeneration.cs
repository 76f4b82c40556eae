using System.Text.Json;
using System.Text.Json.Serialization;
using SignBridge.Testing;

namespace SignBridge.Translation.Tests;

/// <summary>A greedy generation of the reference library.</summary>
internal sealed record GoldenGeneration(
    string Gloss,
    [property: JsonPropertyName("prompt_ids")] int[] PromptIds,
    [property: JsonPropertyName("greedy_ids")] int[] GreedyIds,
    string Greedy,
    [property: JsonPropertyName("first_token_top5")] GoldenToken[] FirstTokenTop5)
{
    public static IReadOnlyList<GoldenGeneration> All { get; } = JsonSerializer.Deserialize<List<GoldenGeneration>>(
        File.ReadAllText(Repository.Golden("text", "generation.json")), JsonSerializerOptions.Web)!;
}
