namespace SignBridge.Recognition;

/// <summary>Why an utterance ended.</summary>
public enum UtteranceEnd
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>The hands were lowered.</summary>
    HandsLowered,

    /// <summary>The hands stayed up but signed nothing new.</summary>
    Pause,

    /// <summary>It reached the most glosses or the longest time.</summary>
    Limit,

    /// <summary>The stream ended.</summary>
    EndOfStream,
}
