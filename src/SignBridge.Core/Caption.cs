namespace SignBridge;

/// <summary>A text with the media time over which it is shown.</summary>
public sealed record Caption(TimeSpan Start, TimeSpan End, string Text);
