namespace SignBridge.Evaluation.Inspection;

/// <summary>The clips that were looked at.</summary>
/// <param name="Read">How many could be read.</param>
/// <param name="Failures">What was said of the others: the first hundred sentences.</param>
/// <param name="Failed">How many there were.</param>
/// <param name="Sizes">How many clips have which size of frames, as <c>640x360</c>; empty for poses.</param>
/// <param name="Rates">How many clips have which rate, in frames a second.</param>
/// <param name="Seconds">Their lengths.</param>
/// <param name="Notices">How many clips have which notice of the decoder.</param>
/// <param name="Poses">How the signers were seen; null where no clip comes as poses.</param>
public sealed record ClipSummary(
    long Read,
    IReadOnlyList<string> Failures,
    long Failed,
    IReadOnlyDictionary<string, long> Sizes,
    IReadOnlyDictionary<string, long> Rates,
    Distribution? Seconds,
    IReadOnlyDictionary<string, long> Notices,
    PoseSummary? Poses);
