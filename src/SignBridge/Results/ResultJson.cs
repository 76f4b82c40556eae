using System.Text.Encodings.Web;
using System.Text.Json;
using SignBridge.Onnx;

namespace SignBridge;

/// <summary>Writes results as the JSON that docs/result.schema.json describes: times in seconds of media time.</summary>
public static class ResultJson
{
    /// <summary>How the JSON is laid out; text is escaped only where JSON needs it.</summary>
    public static JsonWriterOptions Layout(bool indented) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one result.</summary>
    public static void Write(Utf8JsonWriter json, TranslationResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        json.WriteString("input", result.Input);
        json.WriteString("mode", result.Mode == RecognitionMode.Isolated ? "isolated" : "continuous");
        json.WriteString("text", result.Text);
        WriteList(json, "glosses", result.Glosses, WriteGloss);
        WriteList(json, "captions", result.Captions, WriteCaption);
        WriteSeconds(json, "duration", result.Duration);
        WriteNumber(json, "fps", result.FramesPerSecond, 3);
        WriteList(json, "notices", result.Notices, WriteNotice);

        WriteModels(json, result.Models);
        WriteDevice(json, result.Device);
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>models</c> of an object.</summary>
    public static void WriteModels(Utf8JsonWriter json, ModelNames models)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(models);
        json.WriteStartObject("models");
        json.WriteString("pose", models.Pose);
        json.WriteString("recognition", models.Recognition);
        json.WriteString("translation", models.Translation);
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>device</c> of an object.</summary>
    public static void WriteDevice(Utf8JsonWriter json, DeviceReport device)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(device);
        json.WriteStartObject("device");
        json.WriteString("requested", device.Requested);
        json.WriteString("actual", device.Actual);
        json.WriteString("reason", device.Reason);
        json.WriteEndObject();
    }

    /// <summary>Writes what stands for an input that failed.</summary>
    public static void WriteError(Utf8JsonWriter json, string input, string error)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("input", input);
        json.WriteString("error", error);
        json.WriteEndObject();
    }

    internal static void WriteGloss(Utf8JsonWriter json, Gloss gloss)
    {
        json.WriteString("gloss", gloss.Name);
        WriteSeconds(json, "start", gloss.Start);
        WriteSeconds(json, "end", gloss.End);
        WriteNumber(json, "confidence", gloss.Confidence, 4);
        WriteList(json, "alternatives", gloss.Alternatives, (writer, alternative) =>
        {
            writer.WriteString("gloss", alternative.Gloss);
            WriteNumber(writer, "confidence", alternative.Confidence, 4);
        });
    }

    internal static void WriteCaption(Utf8JsonWriter json, Caption caption)
    {
        WriteSeconds(json, "start", caption.Start);
        WriteSeconds(json, "end", caption.End);
        json.WriteString("text", caption.Text);
    }

    internal static void WriteNotice(Utf8JsonWriter json, Notice notice)
    {
        json.WriteString("code", notice.Code);
        json.WriteString("message", notice.Message);
    }

    internal static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan time) => WriteNumber(json, name, time.TotalSeconds, 3);

    // Fixed digits: more would only print the noise of another processor's float kernels.
    internal static void WriteNumber(Utf8JsonWriter json, string name, double value, int digits) => json.WriteNumber(name, Math.Round(value, digits));
}
