namespace SignBridge.Web;

/// <summary>What a client sends, as a stream that can be followed.</summary>
internal interface IClientStream
{
    /// <summary>Which frames have come and are done with.</summary>
    FrameWindow Window { get; }

    /// <summary>How often poses are lost to load among those that follow; null where none ever is.</summary>
    DroppedPoses? Drops { get; }

    /// <summary>Takes the next frame. Not for several threads at once.</summary>
    /// <param name="frame">In order; its kind is that of the stream.</param>
    /// <param name="payload">What follows the header; it is the caller's again afterwards.</param>
    /// <exception cref="ProtocolViolation">The payload is not what it should be.</exception>
    void Add(FrameHeader frame, ReadOnlySpan<byte> payload);

    /// <summary>No frame follows.</summary>
    void Complete();

    /// <summary>Follows the frames; called once.</summary>
    /// <param name="live">Shares the models.</param>
    /// <param name="finished">Called after frames were finished in the window.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    IAsyncEnumerable<LiveEvent> FollowAsync(LiveTranslator live, Action finished, CancellationToken cancellationToken);
}
