namespace SignBridge.Recognition;

/// <summary>One place of the best hypothesis with what the others read there.</summary>
/// <param name="Token">What the best hypothesis reads.</param>
/// <param name="Confidence">Posterior mass of the hypotheses that agree, 0 to 1.</param>
/// <param name="Rivals">Other labels read there, with their mass, largest first. What is missing to 1 read nothing there.</param>
internal sealed record ConfusionSlot(CtcToken Token, double Confidence, IReadOnlyList<(int Label, double Mass)> Rivals);
