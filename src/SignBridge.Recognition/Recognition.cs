namespace SignBridge.Recognition;

/// <summary>What was recognised in a clip.</summary>
/// <param name="Glosses">The signs in order of time; exactly one in isolated mode.</param>
/// <param name="Notices">What the user should know about it, for example <c>nobody-in-view</c>, <c>no-hands</c> or <c>extractor-mismatch</c>.</param>
public sealed record Recognition(IReadOnlyList<Gloss> Glosses, IReadOnlyList<Notice> Notices);
