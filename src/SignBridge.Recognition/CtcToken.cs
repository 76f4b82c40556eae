namespace SignBridge.Recognition;

/// <summary>A label of a CTC hypothesis and the steps that emit it in the hypothesis' best alignment, both inclusive.</summary>
/// <remarks>A network trained with CTC emits a label in a few steps somewhere within the sign: the span says where, not how long the sign is.</remarks>
public readonly record struct CtcToken(int Label, int FirstStep, int LastStep);
