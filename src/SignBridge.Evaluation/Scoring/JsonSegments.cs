using System.Text.Json;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Reads JSON lines: objects with an id and a text, or a list of glosses.</summary>
internal static class JsonSegments
{
    private const string Remedy = "expected a JSON object with an id and a text or glosses; correct it";

    public static SegmentFile Read(string path, string? column)
    {
        var segments = new List<Segment>();
        (string Id, string Text)? columns = null;
        foreach (var (text, number) in SegmentFile.Lines(path))
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            using var document = Parse(path, text, number);
            var row = document.RootElement;
            columns ??= SegmentColumns.Choose(path, column, [.. row.EnumerateObject().Select(p => p.Name)]);
            segments.Add(new Segment(Field(path, row, columns.Value.Id, number), Field(path, row, columns.Value.Text, number)));
        }

        return new SegmentFile(path, columns?.Text, segments);
    }

    private static JsonDocument Parse(string path, string text, int number)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException e)
        {
            throw SegmentFile.Broken(path, number, FormattableString.Invariant($"no JSON at byte {e.BytePositionInLine + 1}"), Remedy);
        }

        throw SegmentFile.Broken(path, number, "no object", Remedy);
    }

    private static string Field(string path, JsonElement row, string name, int number)
    {
        if (!row.TryGetProperty(name, out var value))
            throw SegmentFile.Broken(path, number, $"no {name}", Remedy);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(v => Gloss(path, v, number))),
            _ => throw SegmentFile.Broken(path, number, $"{name} is no text", Remedy),
        };
    }

    // A text, or an object as in the results of signbridge translate.
    private static string Gloss(string path, JsonElement value, int number)
    {
        var gloss = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("gloss", out var named) ? named : value;
        return gloss.ValueKind == JsonValueKind.String ? gloss.GetString()! : throw SegmentFile.Broken(path, number, "a gloss is no text", Remedy);
    }
}
