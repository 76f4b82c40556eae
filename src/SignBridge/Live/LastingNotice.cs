namespace SignBridge;

/// <summary>A notice about a condition, given once the condition has held for a while and again when it holds no more.</summary>
/// <param name="notice">What is said.</param>
/// <param name="after">How long the condition must hold.</param>
internal sealed class LastingNotice(Notice notice, TimeSpan after)
{
    // Long enough that a frame or two do not end a notice.
    private static readonly TimeSpan EndsAfter = TimeSpan.FromSeconds(0.5);

    private TimeSpan? _changed;
    private bool _given;

    /// <returns>The notice, where its state changes at this moment.</returns>
    public NoticeGiven? At(TimeSpan time, bool holds)
    {
        if (holds == _given)
        {
            _changed = null;
            return null;
        }

        _changed ??= time;
        if (time - _changed < (holds ? after : EndsAfter))
            return null;
        (_given, _changed) = (holds, null);
        return new NoticeGiven(time, notice, holds ? NoticeState.Begins : NoticeState.Ends);
    }
}
