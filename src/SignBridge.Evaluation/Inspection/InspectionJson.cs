using System.Text.Json;
using SignBridge.Evaluation.Reports;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Writes what was found in a data set as JSON: <see cref="DatasetQuality"/> as it is.</summary>
public static class InspectionJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream output, DatasetQuality quality) => JsonSerializer.Serialize(output, quality, JsonReport.Format);
}
