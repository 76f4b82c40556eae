using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace SignBridge.Web.Tests;

/// <summary>The messages as /v1/asyncapi.json describes them.</summary>
internal static class Protocol
{
    private static readonly JsonObject Document = Read();
    private static readonly Dictionary<string, JsonSchema> Schemas = Document["components"]!["schemas"]!.AsObject().ToDictionary(s => s.Key, s => Schema(s.Key));

    /// <summary>Types of the messages that the server sends.</summary>
    public static IEnumerable<string> Types => Document["components"]!["messages"]!.AsObject().Select(m => m.Key);

    /// <summary>Fails unless the message is one that the document describes.</summary>
    public static void AssertValid(JsonElement message)
    {
        var type = message.GetProperty("type").GetString()!;
        Assert.True(Schemas.TryGetValue(type, out var schema), $"The document has no message {type}.");
        Assert.True(schema.Evaluate(message).IsValid, $"This is not what the document says: {message}");
    }

    private static JsonObject Read()
    {
        using var stream = typeof(WebServer).Assembly.GetManifestResourceStream("asyncapi.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    // Each schema carries those that it refers to, where JSON Schema looks for them.
    private static JsonSchema Schema(string name)
    {
        var schema = new JsonObject { ["$ref"] = $"#/$defs/{name}", ["$defs"] = Document["components"]!["schemas"]!.DeepClone() };
        return JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }
}
