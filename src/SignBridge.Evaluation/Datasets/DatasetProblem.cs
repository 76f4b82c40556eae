namespace SignBridge.Evaluation.Datasets;

/// <summary>A row of a data set that cannot be used. It is listed and counted, and the run goes on.</summary>
/// <param name="Code">For programs: <c>missing-file</c>, <c>broken-row</c>, <c>duplicate-id</c>.</param>
/// <param name="Place">The file and line, as <c>file:line</c>, or the file.</param>
/// <param name="Message">One sentence for people, which names the place.</param>
public sealed record DatasetProblem(string Code, string Place, string Message)
{
    /// <summary>A row that is not what its layout says.</summary>
    internal static DatasetProblem BrokenRow(string place, string fault) => new("broken-row", place, $"{place}: the row cannot be used: {fault}.");

    /// <summary>A row whose clip is not there.</summary>
    internal static DatasetProblem MissingFile(string place, string file) => new("missing-file", place, $"{place}: '{file}' does not exist.");

    /// <summary>A row with the id of an earlier one.</summary>
    internal static DatasetProblem DuplicateId(string place, string id) => new("duplicate-id", place, $"{place}: the id '{id}' is that of an earlier row.");
}
