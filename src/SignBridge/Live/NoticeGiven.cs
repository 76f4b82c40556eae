namespace SignBridge;

/// <summary>Something the user should know, and can often mend.</summary>
/// <param name="Time">Media time of the newest pose.</param>
/// <param name="Notice">What it is.</param>
/// <param name="State">Whether it just happened, holds from now on or holds no more.</param>
public sealed record NoticeGiven(TimeSpan Time, Notice Notice, NoticeState State) : LiveEvent(Time);
