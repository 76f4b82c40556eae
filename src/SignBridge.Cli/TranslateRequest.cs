namespace SignBridge.Cli;

/// <summary>What <c>signbridge translate</c> was asked for.</summary>
internal sealed record TranslateRequest(
    IReadOnlyList<string> Inputs, RecognitionMode Mode, string? Overlay, double ImagesPerSecond, bool Overwrite, bool Timings);
