namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>What was read in a clip of one sign.</summary>
/// <param name="Reference">The sign that it shows.</param>
/// <param name="Ranked">The readings, most confident first, whether or not the recogniser abstained; empty where nothing was read.</param>
/// <param name="IsAbstained">Whether the recogniser gave no answer.</param>
public sealed record LabelPrediction(string Reference, IReadOnlyList<GlossAlternative> Ranked, bool IsAbstained);
