namespace SignBridge.Evaluation.Reports;

/// <summary>A sample that one run read better than the other.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Reference">What it shows.</param>
/// <param name="Baseline">What the first run read.</param>
/// <param name="System">What the second run read.</param>
/// <param name="Gain">How much better the second run's score of this sample is; below 0 where it is worse.</param>
public sealed record ComparedSample(string Id, string Reference, string Baseline, string System, double Gain);
