namespace SignBridge.Evaluation.Inspection;

/// <summary>What was found in a data set.</summary>
/// <param name="Dataset">Its path.</param>
/// <param name="Layout">Its layout.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Problems">How many rows cannot be used, by code.</param>
/// <param name="ProblemExamples">The first hundred of them, in a sentence each.</param>
/// <param name="Splits">How many samples each split has; <c>""</c> for those that are in none.</param>
/// <param name="Signers">Who signs; null where no sample says so.</param>
/// <param name="Labels">The signs; null where no sample has any.</param>
/// <param name="Text">The sentences; null where no sample has one.</param>
/// <param name="Clips">The clips that were looked at.</param>
/// <param name="Duplicates">Those among them that are there more than once.</param>
/// <param name="Findings">What of all this matters, the worst first.</param>
public sealed record DatasetQuality(
    string Dataset,
    string Layout,
    long Rows,
    IReadOnlyDictionary<string, long> Problems,
    IReadOnlyList<string> ProblemExamples,
    IReadOnlyDictionary<string, long> Splits,
    SignerQuality? Signers,
    LabelQuality? Labels,
    TextQuality? Text,
    ClipSummary Clips,
    DuplicateQuality Duplicates,
    IReadOnlyList<Finding> Findings);
