namespace SignBridge.Recognition;

/// <summary>When a stream is read, when a gloss stands and when an utterance ends. Times are media time.</summary>
/// <remarks>The rules for the end are those of streaming speech recognisers: silence after words, longer silence without, and a maximum.</remarks>
public sealed record StreamingOptions
{
    /// <summary>How often the poses of an utterance are read again while it goes on.</summary>
    public TimeSpan Hop { get; init; } = TimeSpan.FromSeconds(4 / 15.0);

    /// <summary>A gloss is committed once it lies this far back and two readings in a row agree on it and on all before it.</summary>
    public TimeSpan Stability { get; init; } = TimeSpan.FromSeconds(1.6);

    /// <summary>Hands that are lowered this long end an utterance. Between the signs of a sentence they rest for up to 0.6 s.</summary>
    public TimeSpan Lowered { get; init; } = TimeSpan.FromSeconds(0.9);

    /// <summary>Hands that stay up but sign nothing new this long end an utterance.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>An utterance with this many committed glosses, from 1, ends before the next one.</summary>
    public int MostGlosses { get; init; } = 8;

    /// <summary>An utterance that has gone on this long ends: it bounds memory and the cost of reading.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);
}
