namespace SignBridge.Web;

/// <summary>What live sessions may use. Together they bound the memory of a session.</summary>
public sealed record LiveLimits
{
    /// <summary>Sessions at the same time.</summary>
    public int Sessions { get; init; } = 8;

    /// <summary>Images that a client may have sent without an acknowledgement.</summary>
    public int ImagesInFlight { get; init; } = 6;

    /// <summary>Poses that a client may have sent without an acknowledgement.</summary>
    public int PosesInFlight { get; init; } = 32;

    /// <summary>Bytes of a binary message.</summary>
    public int FrameBytes { get; init; } = 2 << 20;

    /// <summary>Bytes of a text message.</summary>
    public int TextBytes { get; init; } = 4 << 10;

    /// <summary>Pixels of an image: those of full HD.</summary>
    public int Pixels { get; init; } = 1920 * 1080;

    /// <summary>Events that are kept for a client that resumes or reads slowly.</summary>
    public int Events { get; init; } = 500;

    /// <summary>Frames a second that are read from a client; one that sends more is read more slowly.</summary>
    public double FramesPerSecond { get; init; } = 60;

    /// <summary>A client has this long to say what it wants.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A session without a frame for this long is closed.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A session whose connection is lost is kept this long.</summary>
    public TimeSpan Resume { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A client that takes no message for this long has lost its connection.</summary>
    public TimeSpan Send { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a quiet connection is pinged, and how long its answer may take.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);
}
