using SignBridge.Onnx;

namespace SignBridge.Pose.Holistic;

/// <summary>How the graphs share the cores.</summary>
internal static class Tuning
{
    // More threads than this gain nothing on crops of 256 pixels.
    private const int MostThreads = 4;

    /// <summary>For graphs that nothing runs beside: the body.</summary>
    public static SessionTuning Alone { get; } = new(Math.Min(Environment.ProcessorCount, MostThreads));

    /// <summary>For graphs that run at the same time: both hands, and the face.</summary>
    public static SessionTuning BesideOthers { get; } = new(Math.Clamp(Environment.ProcessorCount / 2, 1, MostThreads));
}
