namespace SignBridge.Onnx;

/// <summary>How a session is used: on which cores, with which inputs.</summary>
/// <param name="Threads">Threads inside one operator; 0 lets ONNX Runtime take every core.</param>
/// <param name="Spin">Whether its idle threads spin: lowest latency for a model that has the cores to itself,
/// lost time for everybody else where several models share them.</param>
/// <param name="FixedShapes">Whether its inputs come in the same few shapes in every run: a GPU may then search long for the fastest kernels.</param>
public sealed record SessionTuning(int Threads = 0, bool Spin = false, bool FixedShapes = false);
