namespace SignBridge.Translation;

/// <summary>Which glosses are doubtful, and which rivals are passed on with them.</summary>
/// <param name="DoubtBelow">Confidence (0 to 1) below which a gloss is doubtful.</param>
/// <param name="RivalAbove">Confidence (0 to 1) from which an alternative is worth passing on.</param>
/// <param name="MaxRivals">The most alternatives beside the chosen reading.</param>
public sealed record GlossPromptOptions(double DoubtBelow = 0.7, double RivalAbove = 0.1, int MaxRivals = 2);
