namespace SignBridge.Cli;

/// <summary>How soon captions came, over the measured rounds.</summary>
/// <param name="FinalMilliseconds">From the frame with which a pause had lasted long enough to the final caption: what comes on top of the pause.</param>
/// <param name="TentativeMilliseconds">From the frame with which a gloss was committed to its tentative text.</param>
internal sealed record CaptionSpeed(Percentiles FinalMilliseconds, Percentiles TentativeMilliseconds);
