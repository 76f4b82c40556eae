using System.Text.Json.Serialization;

namespace SignBridge.Translation.Tests;

internal sealed record GoldenToken(int Id, [property: JsonPropertyName("log_prob")] double LogProbability);
