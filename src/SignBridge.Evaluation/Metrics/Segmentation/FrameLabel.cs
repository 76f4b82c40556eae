namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>Where in a segment a frame is.</summary>
internal enum FrameLabel
{
    /// <summary>In none.</summary>
    Outside,

    /// <summary>Its first frame, so that adjacent segments can be told apart.</summary>
    Beginning,

    /// <summary>Any other of its frames.</summary>
    Inside,
}
