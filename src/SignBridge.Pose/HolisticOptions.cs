namespace SignBridge.Pose;

/// <summary>What <see cref="HolisticEstimator"/> looks for, and how.</summary>
public sealed record HolisticOptions
{
    /// <summary>Whether somebody wants face landmarks; without, the face models are neither loaded nor run.</summary>
    public bool Face { get; init; }

    /// <summary>Whether frames follow one another: the regions of the last frame are reused and the body is smoothed over time.
    /// Off for unrelated images, like MediaPipe's static image mode.</summary>
    /// <remarks>MediaPipe's static image mode still looks for hands and face where the last image had them, which is meant for video;
    /// here no image knows of another.</remarks>
    public bool Tracking { get; init; } = true;

    /// <summary>Which of the card's body landmark graphs runs: <c>full</c> is MediaPipe's complexity 1, <c>lite</c> its complexity 0.</summary>
    public string Body { get; init; } = "full";
}
