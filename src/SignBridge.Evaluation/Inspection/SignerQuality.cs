namespace SignBridge.Evaluation.Inspection;

/// <summary>The signers of a data set.</summary>
/// <param name="Signers">How many are known.</param>
/// <param name="Unknown">How many samples do not say who signs.</param>
/// <param name="InSeveralSplits">Those who are in more than one split, in ordinal order.</param>
public sealed record SignerQuality(int Signers, long Unknown, IReadOnlyList<string> InSeveralSplits);
