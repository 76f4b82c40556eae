namespace SignBridge;

/// <summary>The text of an utterance so far. Each update replaces the one before; the last one is final.</summary>
/// <param name="Text">The whole text so far, not a difference.</param>
/// <param name="IsFinal">Whether this is the final hypothesis.</param>
/// <param name="Notice">What went wrong on the way, or null.</param>
public sealed record TranslationUpdate(string Text, bool IsFinal, Notice? Notice = null);
