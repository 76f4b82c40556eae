using System.Text.Json.Nodes;
using SignBridge.Testing;

namespace SignBridge.Translation.Tests;

/// <summary>A package with the shipped card, changed in one place, and files of the test's choice.</summary>
internal sealed class TemporaryPackage : IDisposable
{
    public TemporaryPackage(string part, string replacement, params (string Name, byte[] Content)[] files)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("signbridge-").FullName;
        var text = File.ReadAllText(Path.Combine(Repository.Models, "gloss2text-en", "card.json"));
        Assert.Contains(part, text, StringComparison.Ordinal);
        var card = JsonNode.Parse(text.Replace(part, replacement, StringComparison.Ordinal))!;
        card["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["path"] = f.Name, ["sha256"] = "", ["bytes"] = f.Content.Length })]);
        File.WriteAllText(Path.Combine(Directory, "card.json"), card.ToJsonString());
        foreach (var (name, content) in files)
            File.WriteAllBytes(Path.Combine(Directory, name), content);
    }

    public string Directory { get; }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
