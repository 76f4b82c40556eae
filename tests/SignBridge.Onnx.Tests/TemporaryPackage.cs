using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SignBridge.Onnx.Tests;

/// <summary>A whole package of two small files in a folder of its own, to be damaged by a test.</summary>
internal sealed class TemporaryPackage : IDisposable
{
    public const string Name = "small";

    public TemporaryPackage(string task = "pose", string? root = null, string name = Name)
    {
        Root = root ?? System.IO.Directory.CreateTempSubdirectory("signbridge-").FullName;
        Directory = Path.Combine(Root, name);
        System.IO.Directory.CreateDirectory(Directory);
        File.WriteAllBytes(PathOf("a.bin"), [1, 2, 3]);
        File.WriteAllBytes(PathOf("b.bin"), [4, 5, 6]);
        WriteCard(new JsonObject
        {
            ["name"] = name,
            ["task"] = task,
            ["version"] = "1",
            ["license"] = "CC0-1.0",
            ["source"] = "made by a test",
            ["files"] = new JsonArray(Listed("a.bin"), Listed("b.bin")),
        });
    }

    /// <summary>The folder of packages.</summary>
    public string Root { get; }

    public string Directory { get; }

    public string Card => PathOf("card.json");

    public string PathOf(string file) => Path.Combine(Directory, file);

    public void ChangeCard(Action<JsonObject> change)
    {
        var card = JsonNode.Parse(File.ReadAllText(Card))!.AsObject();
        change(card);
        WriteCard(card);
    }

    /// <summary>The one sentence with which the package is refused.</summary>
    public static string Refusal(Action action)
    {
        var failure = Assert.Throws<SignBridgeException>(action);
        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }

    public string Refusal() => Refusal(() => ModelPackage.Open(Directory));

    public void Dispose() => System.IO.Directory.Delete(Root, recursive: true);

    private void WriteCard(JsonObject card) => File.WriteAllText(Card, card.ToJsonString(JsonSerializerOptions.Web));

    private JsonObject Listed(string file)
    {
        var content = File.ReadAllBytes(PathOf(file));
        return new JsonObject { ["path"] = file, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)), ["bytes"] = content.Length };
    }
}
