using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Peers;

/// <summary>A prompt of <c>tests/golden/text/generation.json</c> with its greedy answer by the reference library.</summary>
internal sealed record GoldenPrompt(int[] PromptIds, int[] GreedyIds)
{
    /// <summary>Tokens behind the glosses: <c>&lt;|im_end|&gt;\n&lt;|im_start|&gt;english\n</c>.</summary>
    private const int Suffix = 5;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<GoldenPrompt> Read() =>
        JsonSerializer.Deserialize<List<GoldenPrompt>>(File.ReadAllText(Repository.Golden("text", "generation.json")), Options)!;

    /// <summary>The prompt without its last glosses.</summary>
    public int[] Shortened(int length) => [.. PromptIds[..(length - Suffix)], .. PromptIds[^Suffix..]];

    /// <summary>What a model answers before the end token.</summary>
    public int[] Answer(IPeerModel model, int endId, int longest)
    {
        var tokens = new List<int>();
        for (var token = model.Start(PromptIds); token != endId && tokens.Count < longest; token = model.Next(token))
            tokens.Add(token);
        return [.. tokens];
    }
}
