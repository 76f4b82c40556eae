using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Web;

/// <summary>The first message of a client: <c>start</c>, or <c>resume</c> after a lost connection.</summary>
internal sealed record StartMessage
{
    private const int LargestSide = ushort.MaxValue;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict, RespectNullableAnnotations = true, MaxDepth = 8,
    };

    /// <summary><c>start</c> or <c>resume</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>frames</c> or <c>landmarks</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; init; }

    /// <summary>What the landmarks are.</summary>
    public string Layout { get; init; } = SkeletonLayout.HolisticWithoutFace.Name;

    /// <summary>What estimates the landmarks; null when unknown.</summary>
    public string? Extractor { get; init; }

    /// <summary>The session to resume.</summary>
    public string Session { get; init; } = "";

    /// <summary>The <c>seq</c> of the last event that the client has.</summary>
    public long After { get; init; }

    /// <exception cref="ProtocolViolation">The message is not one of these.</exception>
    public static StartMessage Read(ReadOnlySpan<byte> message)
    {
        var start = Parse(message);
        if (start.Type == "resume")
            return start;
        if (start.Type != "start")
            throw Malformed($"the type '{start.Type}', expected 'start' or 'resume'");
        if (start.Source is not ("frames" or "landmarks"))
            throw Malformed($"the source '{start.Source}', expected 'frames' or 'landmarks'");
        start = start with { After = 0 };
        return start is { Width: > 0 and <= LargestSide, Height: > 0 and <= LargestSide }
            ? start
            : throw Malformed($"the size {start.Width}x{start.Height}, expected that of the picture in pixels");
    }

    /// <summary>Whether a later message is <c>stop</c>.</summary>
    /// <exception cref="ProtocolViolation">It is another one.</exception>
    public static void RequireStop(ReadOnlySpan<byte> message)
    {
        if (Parse(message).Type is var type and not "stop")
            throw new ProtocolViolation("malformed-message", $"A message has the type '{Shortened(type)}', expected 'stop': a session is started once.");
    }

    private static StartMessage Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize<StartMessage>(message, Json) ?? throw Malformed("no object");
        }
        catch (JsonException e)
        {
            throw new ProtocolViolation("malformed-message", $"A text message is not what docs/serve.md describes (at '{Shortened(e.Path ?? "$")}'): send one JSON object.");
        }
    }

    private static ProtocolViolation Malformed(string found) => new("malformed-message", $"The first message has {Shortened(found)}.");

    // What a stranger wrote goes back to them only, but need not be long.
    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
