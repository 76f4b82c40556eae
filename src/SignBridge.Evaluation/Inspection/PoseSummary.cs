namespace SignBridge.Evaluation.Inspection;

/// <summary>How the signers were seen in the clips that come as poses; see <see cref="PoseQuality"/>.</summary>
/// <param name="WithoutBody">Shares of frames without a body.</param>
/// <param name="WithoutHands">Shares of frames without either hand.</param>
/// <param name="HandsCutOff">Shares of frames in which a hand is cut off by the edge.</param>
/// <param name="Jitter">In shoulder widths.</param>
/// <param name="NoBody">How many clips never show a body.</param>
/// <param name="NoHands">How many clips never show a hand.</param>
public sealed record PoseSummary(Distribution WithoutBody, Distribution WithoutHands, Distribution HandsCutOff, Distribution? Jitter, int NoBody, int NoHands);
