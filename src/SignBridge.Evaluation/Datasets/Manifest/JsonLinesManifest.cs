using System.Text.Json;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads the rows of a manifest in JSON lines: an object a line, whose <c>gloss</c> may be a list.</summary>
internal static class JsonLinesManifest
{
    /// <exception cref="SignBridgeException">It cannot be read, or its first row has no <c>file</c> (<see cref="FailureKind.Input"/>).</exception>
    public static IEnumerable<ManifestRow> Read(string path)
    {
        using var text = StrictText.Open(path);
        var isFirst = true;
        for (var line = 1; StrictText.Step(path, text.ReadLine) is { } json; line++)
        {
            if (string.IsNullOrWhiteSpace(json))
                continue;
            var row = Parse(json, FormattableString.Invariant($"{path}:{line}"));
            if (isFirst && row.Problem is null && !row.Fields.ContainsKey("file"))
                throw DelimitedTable.MissingColumn(path, "file", row.Glosses is null ? row.Fields.Keys : [.. row.Fields.Keys, "gloss"]);
            isFirst = false;
            yield return row;
        }
    }

    private static ManifestRow Parse(string json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Broken(place, "expected a JSON object");
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            IReadOnlyList<string>? glosses = null;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "gloss" && property.Value.ValueKind == JsonValueKind.Array)
                    glosses = [.. property.Value.EnumerateArray().Select(g => g.ToString())];
                else if (property.Value.ToString().Trim() is { Length: > 0 } value)
                    fields[property.Name] = value;
            }

            return new ManifestRow(place) { Fields = fields, Glosses = glosses };
        }
        catch (JsonException e)
        {
            return Broken(place, FormattableString.Invariant($"it is not JSON at character {e.BytePositionInLine + 1}"));
        }
    }

    private static ManifestRow Broken(string place, string fault) =>
        new(place) { Fields = new Dictionary<string, string>(), Problem = DatasetProblem.BrokenRow(place, fault) };
}
