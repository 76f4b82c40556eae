namespace SignBridge.Evaluation.Reports;

/// <summary>A sample in which nothing was read.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Error">One sentence.</param>
public sealed record FailedSample(string Id, string Error);
