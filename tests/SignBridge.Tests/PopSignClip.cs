namespace SignBridge.Tests;

/// <summary>A PopSign clip as this project reads it.</summary>
/// <param name="Gloss">What it shows.</param>
/// <param name="Best">The best reading as an isolated sign, or why there is none.</param>
/// <param name="Poses">At the recogniser's rate; null where nothing could be read.</param>
internal sealed record PopSignClip(string Gloss, string Best, PoseSequence? Poses);
