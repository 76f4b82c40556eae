namespace SignBridge.Evaluation.Datasets;

/// <summary>A row of a data set that cannot be used. It is listed and counted, and the run goes on.</summary>
/// <param name="Code">For programs: <c>missing-file</c>, <c>broken-row</c>, <c>duplicate-id</c>.</param>
/// <param name="Place">The file and line, or the sample.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record DatasetProblem(string Code, string Place, string Message);
