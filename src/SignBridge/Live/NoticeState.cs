namespace SignBridge;

/// <summary>Whether a notice is about a moment or about something that lasts.</summary>
public enum NoticeState
{
    /// <summary>It is about what just happened.</summary>
    Once,

    /// <summary>What it says holds from now on.</summary>
    Begins,

    /// <summary>What it says holds no more.</summary>
    Ends,
}
