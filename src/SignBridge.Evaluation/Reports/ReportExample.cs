namespace SignBridge.Evaluation.Reports;

/// <summary>A sample that is shown in the report.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Reference">What it shows.</param>
/// <param name="Hypothesis">What was read, or why nothing was.</param>
/// <param name="Value">The score of this sample alone.</param>
/// <param name="Sketch">Three of its poses (<see cref="Runs.PoseSketch"/>); null where there are none.</param>
public sealed record ReportExample(string Id, string Reference, string Hypothesis, double Value, string? Sketch);
