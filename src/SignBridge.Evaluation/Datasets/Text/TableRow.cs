namespace SignBridge.Evaluation.Datasets;

/// <summary>A row of a table.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Place">The file and the line at which the row begins, as <c>file:line</c>.</param>
/// <param name="Fields">One for each column, unless the row is broken.</param>
internal sealed record TableRow(IReadOnlyList<string> Columns, string Place, IReadOnlyList<string> Fields)
{
    private DatasetProblem? _problem;

    /// <summary>A row that cannot be taken apart into fields.</summary>
    public static TableRow Broken(IReadOnlyList<string> columns, string place, string fault) => new(columns, place, []) { _problem = DatasetProblem.BrokenRow(place, fault) };

    /// <summary>What is wrong with the row as a row; null where it has a field for each column.</summary>
    public DatasetProblem? Problem => _problem ?? (Fields.Count == Columns.Count ? null : DatasetProblem.BrokenRow(Place, FormattableString.Invariant($"it has {Fields.Count} of {Columns.Count} fields")));

    /// <summary>A field without blanks around it; null where it is empty or there is no such column.</summary>
    public string? this[string column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i] == column && i < Fields.Count)
                    return Fields[i].Trim() is { Length: > 0 } field ? field : null;
            }

            return null;
        }
    }

    /// <summary>A field that the row must have.</summary>
    /// <exception cref="FormatException">It is empty.</exception>
    public string Require(string column) => this[column] ?? throw new FormatException($"it has no {column}");

    /// <summary>A field in words; null where it is empty.</summary>
    public IReadOnlyList<string>? Words(string column) => this[column]?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The fields that are not empty, but for some columns.</summary>
    public IReadOnlyDictionary<string, string> Except(params ReadOnlySpan<string> columns)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (!columns.Contains(column) && this[column] is { } field)
                others[column] = field;
        }

        return others;
    }
}
