namespace SignBridge;

/// <summary>Another reading of a sign, with its confidence (0 to 1).</summary>
public readonly record struct GlossAlternative(string Gloss, double Confidence);
