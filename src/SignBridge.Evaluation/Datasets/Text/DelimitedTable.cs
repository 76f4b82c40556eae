using nietras.SeparatedValues;

namespace SignBridge.Evaluation.Datasets;

/// <summary>A text file of rows with named columns, read one row at a time.</summary>
internal sealed class DelimitedTable : IDisposable
{
    private readonly string _path;
    private readonly SepReader _reader;
    private readonly Quoting _quoting;

    private DelimitedTable(string path, SepReader reader, Quoting quoting) => (_path, _reader, _quoting) = (path, reader, quoting);

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How its rows are written.</param>
    /// <param name="needed">Columns that it must have.</param>
    /// <exception cref="SignBridgeException">It cannot be read or lacks a column (<see cref="FailureKind.Input"/>).</exception>
    public static DelimitedTable Open(string path, DelimitedFormat format, params ReadOnlySpan<string> needed)
    {
        var text = StrictText.Open(path);
        var table = new DelimitedTable(path, StrictText.Step(path, () => CreateReader(text, format)), format.Quoting);
        try
        {
            table.Columns = format.Columns ?? table.ReadHeader();
            foreach (var column in needed)
            {
                if (!table.Columns.Contains(column, StringComparer.Ordinal))
                    throw MissingColumn(path, column, table.Columns);
            }

            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>What to say of a file without a column that is needed.</summary>
    public static SignBridgeException MissingColumn(string path, string column, IEnumerable<string> found) => new(
        FailureKind.Input, $"'{path}' has no column '{column}' (its columns are {string.Join(", ", found)}): add it, or rename the column that holds it.");

    /// <summary>Reads the rows that follow; empty ones are passed over.</summary>
    /// <exception cref="SignBridgeException">The file is not UTF-8, or a quote is not closed (<see cref="FailureKind.Input"/>).</exception>
    public IEnumerable<TableRow> Rows()
    {
        while (MoveNext())
        {
            if (Current() is { } row)
                yield return row;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static SepReader CreateReader(TextReader text, DelimitedFormat format) => Sep.New(format.Separator)
        .Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = format.Quoting == Quoting.Rfc4180, DisableQuotesParsing = format.Quoting != Quoting.Rfc4180 })
        .From(text);

    private string[] ReadHeader()
    {
        while (MoveNext())
        {
            if (Current() is { } row)
                return [.. row.Fields.Select(f => f.Trim())];
        }

        throw new SignBridgeException(FailureKind.Input, $"'{_path}' is empty: expected a first line with the names of the columns; check the file.");
    }

    private bool MoveNext() => StrictText.Step(_path, () =>
    {
        try
        {
            return _reader.MoveNext();
        }
        catch (Exception e) when (e is NotSupportedException or InvalidDataException)
        {
            // Sep gives up where a row outgrows its buffer, which a quote that is never closed leads to.
            throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant($"'{_path}' has a row of more than 16 million characters behind line {_reader.Current.LineNumberFrom}: expected one row a line; close the quote that is open there."), e);
        }
    });

    private TableRow? Current()
    {
        var row = _reader.Current;
        if (row.Span.Trim().IsEmpty)
            return null;
        var fields = new string[row.ColCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = _quoting == Quoting.WholeField ? Unquote(row[i].ToString()) : row[i].ToString();
        return new TableRow(Columns, FormattableString.Invariant($"{_path}:{row.LineNumberFrom}"), fields);
    }

    private static string Unquote(string field) =>
        field.Length > 1 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
