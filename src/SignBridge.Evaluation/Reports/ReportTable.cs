namespace SignBridge.Evaluation.Reports;

/// <summary>The scores of groups of samples: the values of a slice, or the levels of a perturbation.</summary>
/// <param name="Name">What the groups differ in, for example <c>signer</c>.</param>
/// <param name="Rows">A row for each group.</param>
public sealed record ReportTable(string Name, IReadOnlyList<ReportRow> Rows);
