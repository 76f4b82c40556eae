namespace SignBridge.Video;

/// <summary>Where frames come from: a video file, a folder of images or a camera.</summary>
public interface IFrameSource : IDisposable
{
    /// <summary>What is known before the first frame is read.</summary>
    VideoInfo Info { get; }

    /// <summary>What the user should know about the frames read so far, for example that a file is cut off; whole once reading has ended.</summary>
    IReadOnlyList<Notice> Notices { get; }

    /// <summary>Reads the frames in order, with strictly increasing times. The reader disposes each frame.</summary>
    /// <remarks>A source is read once. Decoding happens on the thread that asks for the next frame, so ask from a thread that may
    /// block. Disposing the source ends the reading; frames already handed out stay valid.</remarks>
    /// <param name="cancellationToken">Ends the reading between two frames.</param>
    /// <exception cref="SignBridgeException">A frame cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The source was read before.</exception>
    IAsyncEnumerable<VideoFrame> ReadAsync(CancellationToken cancellationToken = default);
}
