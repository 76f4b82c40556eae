using SignBridge.Recognition;

namespace SignBridge;

/// <summary>How a live stream is followed.</summary>
public sealed record LiveOptions
{
    /// <summary>When glosses stand and utterances end.</summary>
    public StreamingOptions Streaming { get; init; } = new();

    /// <summary>Frames that may wait for the pose; beyond it the oldest is dropped and counted. Each makes captions later.</summary>
    public int WaitingFrames { get; init; } = 2;

    /// <summary>How long the text of an utterance may take; then its final text is the plain glosses, with a notice.</summary>
    public TimeSpan TextTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of <see cref="TextTimeout"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
