using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Reports;

/// <summary>The scores of one group of samples.</summary>
/// <param name="Group">For example the name of a signer.</param>
/// <param name="Samples">How many there are.</param>
/// <param name="Failed">In how many of them nothing was read.</param>
/// <param name="Scores">The metrics of the report that are defined sample by sample.</param>
public sealed record ReportRow(string Group, int Samples, int Failed, IReadOnlyList<Score> Scores);
