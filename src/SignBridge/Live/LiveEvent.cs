namespace SignBridge;

/// <summary>Something that became known about a live stream.</summary>
/// <param name="Time">Media time of the newest pose that it rests on.</param>
public abstract record LiveEvent(TimeSpan Time);
