namespace SignBridge.Recognition;

/// <summary>What may be in the beam after a step: the prefix of a slot, extended by a label or (label -1) as it is.</summary>
internal readonly record struct CtcCandidate(double Mass, int Slot, int Label);
