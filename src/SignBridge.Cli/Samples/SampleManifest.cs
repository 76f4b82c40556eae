using System.Text.Json;

namespace SignBridge.Cli;

/// <summary>A public data set that may be fetched but not shipped: <c>data/NAME/manifest.json</c>.</summary>
internal sealed record SampleManifest(string Name, string License, Uri Source, IReadOnlyList<SampleFile> Files)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false };

    /// <exception cref="SignBridgeException">The file is missing or not a manifest (<see cref="FailureKind.Input"/>).</exception>
    public static SampleManifest Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<SampleManifest>(stream, Format) ?? throw new JsonException("it is empty");
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new SignBridgeException(FailureKind.Input, $"The sample manifest '{path}' cannot be read ({e.Message}); restore it from the repository (git checkout -- data).", e);
        }
    }
}
