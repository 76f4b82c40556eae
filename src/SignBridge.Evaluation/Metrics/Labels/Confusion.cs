namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>A sign that is read as another one.</summary>
/// <param name="Reference">The sign that the clips show.</param>
/// <param name="Predicted">Their best reading; <see cref="Gloss.Unknown"/> where that is no sign or nothing was read.</param>
/// <param name="Count">How many clips.</param>
public sealed record Confusion(string Reference, string Predicted, int Count);
