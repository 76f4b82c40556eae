namespace SignBridge;

/// <summary>The stages of the translator, as meters, traces and timings name them.</summary>
public static class StageNames
{
    /// <summary>Decoding; the work of a frame that no tick needs belongs to the next one that does.</summary>
    public const string Frames = "frames";

    /// <summary>The pose of a frame is whole. Its parts are stages of their own in front of this one, named as in the layout:
    /// <c>body</c>, <c>face</c>, <c>left</c>, <c>right</c>.</summary>
    public const string Pose = "pose";

    /// <summary>Glosses of a clip.</summary>
    public const string Recognition = "recognition";

    /// <summary>Text of an utterance.</summary>
    public const string Translation = "translation";
}
