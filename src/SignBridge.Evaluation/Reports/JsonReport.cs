using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Evaluation.Reports;

/// <summary>Writes a report as JSON: the whole of it, scores that are not defined as null.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new UndefinedAsNull() },
    };

    /// <summary>Writes the report.</summary>
    public static void Write(Stream output, EvaluationReport report) => JsonSerializer.Serialize(output, report, Format);

    /// <summary>A comparison or an inspection as JSON.</summary>
    public static byte[] ToBytes<T>(T report) => [.. JsonSerializer.SerializeToUtf8Bytes(report, Format), (byte)'\n'];
}
