using System.Text.Encodings.Web;
using System.Text.Json;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary>A measurement; its JSON is what <c>--compare</c> reads, described in docs/cli.md.</summary>
internal sealed record BenchReport(
    DateTimeOffset Date,
    Machine Machine,
    DeviceReport Device,
    BenchPlan Plan,
    double LoadSeconds,
    double WarmupSeconds,
    IReadOnlyList<BenchRound> Rounds,
    Percentiles ClipMilliseconds,
    IReadOnlyList<BenchStage> Stages,
    long? PeakMemoryBytes,
    LanguageModelSpeed? LanguageModel = null)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>How soon live captions came; null where nothing was followed live.</summary>
    public CaptionSpeed? Captions { get; init; }

    /// <summary>Where the nodes of the loaded graphs ran; empty in measurements that were made before it was recorded.</summary>
    public IReadOnlyList<GraphReport> Graphs { get; init; } = [];

    /// <summary>Median of the rounds.</summary>
    public double FramesPerSecond => Spread.Of(Rounds.Select(r => r.FramesPerSecond)).Median;

    /// <summary>Median of the rounds.</summary>
    public double RealTimeFactor => Spread.Of(Rounds.Select(r => r.RealTimeFactor)).Median;

    /// <summary>Median of the rounds.</summary>
    public double AllocatedBytesPerFrame => Spread.Of(Rounds.Select(r => r.AllocatedBytesPerFrame)).Median;

    /// <summary>Managed bytes until the first pose of a clip: median of the rounds.</summary>
    public double AllocatedBytesPerStart => Spread.Of(Rounds.Select(r => (double)r.StartBytes / (Plan.Streams * Plan.Inputs.Count))).Median;

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Format), (byte)'\n'];

    /// <exception cref="SignBridgeException">The file is missing or not a report (<see cref="FailureKind.Input"/>).</exception>
    public static BenchReport Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var report = JsonSerializer.Deserialize<BenchReport>(stream, Format);
            return report is { Rounds.Count: > 0 } && report.Rounds.All(r => r is { Frames: > 0, Seconds: > 0 }) ? report : throw new JsonException("it has no whole rounds");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            var reason = e.Message.Split('\n')[0].TrimEnd('.');
            throw new SignBridgeException(FailureKind.Input, $"The measurement '{path}' cannot be read ({reason}); give a file written by signbridge bench --format json.", e);
        }
    }
}
