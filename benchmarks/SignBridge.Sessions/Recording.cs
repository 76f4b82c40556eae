namespace SignBridge.Sessions;

/// <summary>What a client of <c>/v1/live</c> sends.</summary>
/// <param name="Start">The first message.</param>
/// <param name="Frames">The binary messages with their media times.</param>
internal sealed record Recording(string Start, IReadOnlyList<(TimeSpan Time, byte[] Message)> Frames);
