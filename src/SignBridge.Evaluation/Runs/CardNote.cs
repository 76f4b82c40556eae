namespace SignBridge.Evaluation.Runs;

/// <summary>What the card of a model says that the reader of a report must know.</summary>
/// <param name="Name">The package.</param>
/// <param name="License">SPDX identifier of the licence of the weights.</param>
/// <param name="Source">Where the weights come from.</param>
/// <param name="Limits">What the model cannot do; null where the card does not say.</param>
public sealed record CardNote(string Name, string License, string Source, string? Limits);
