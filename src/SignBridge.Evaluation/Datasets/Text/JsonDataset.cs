using System.Text.Json;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Opens the JSON files of published data sets, which are a few megabytes of an array.</summary>
internal static class JsonDataset
{
    /// <exception cref="SignBridgeException">The file cannot be read or is no JSON array (<see cref="FailureKind.Input"/>).</exception>
    public static JsonDocument OpenArray(string path)
    {
        using var text = StrictText.Open(path);
        var json = StrictText.Step(path, text.ReadToEnd);
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return document;
            document.Dispose();
        }
        catch (JsonException e)
        {
            throw NoArray(path, e);
        }

        throw NoArray(path, null);
    }

    /// <summary>Reads an element; what is not there or of another type is the fault of the row.</summary>
    public static DatasetEntry ToEntry(RowChecks checks, string place, Func<Sample> toSample)
    {
        try
        {
            return checks.Check(toSample(), place);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return DatasetEntry.Of(DatasetProblem.BrokenRow(place, e is FormatException ? e.Message : "a field is missing or of another type"));
        }
    }

    /// <summary>The fields of an element that are texts or numbers, but for some.</summary>
    public static IReadOnlyDictionary<string, string> Except(JsonElement element, params ReadOnlySpan<string> fields)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!fields.Contains(property.Name) && property.Value.ToString() is { Length: > 0 } value)
                others[property.Name] = value;
        }

        return others;
    }

    private static SignBridgeException NoArray(string path, Exception? cause) =>
        new(FailureKind.Input, $"'{path}' is not the JSON array that is expected; fetch the file of the data set again.", cause);
}
