namespace SignBridge.Evaluation.Clips;

/// <summary>The poses of a sample.</summary>
/// <param name="Clip">At the recogniser's rate, with the facts of the input.</param>
/// <param name="Brightness">Mean brightness of the frames, 0 to 255; null where there are none.</param>
public sealed record SampleClip(Clip Clip, double? Brightness);
