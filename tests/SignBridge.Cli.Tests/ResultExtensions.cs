using System.Text.Json;

namespace SignBridge.Cli.Tests;

/// <summary>Short ways into the JSON of a result.</summary>
internal static class ResultExtensions
{
    public static string Text(this JsonElement result) => result.GetProperty("text").GetString()!;

    public static string Input(this JsonElement result) => result.GetProperty("input").GetString()!;

    public static string? Error(this JsonElement result) => result.TryGetProperty("error", out var error) ? error.GetString() : null;

    public static IReadOnlyList<string> Glosses(this JsonElement result) =>
        [.. result.GetProperty("glosses").EnumerateArray().Select(g => g.GetProperty("gloss").GetString()!)];

    public static IReadOnlyList<string> NoticeCodes(this JsonElement result) =>
        [.. result.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("code").GetString()!)];

    public static JsonElement Of(this IReadOnlyList<JsonElement> results, string input) => results.Single(r => r.Input() == input);
}
