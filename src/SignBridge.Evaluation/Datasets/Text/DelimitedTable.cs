using nietras.SeparatedValues;

namespace SignBridge.Evaluation.Datasets;

/// <summary>A text file of rows with named columns, read one row at a time.</summary>
internal sealed class DelimitedTable : IDisposable
{
    private readonly string _path;
    private readonly SepReader _reader;
    private readonly Quoting _quoting;
    private readonly char _separator;

    private DelimitedTable(string path, SepReader reader, DelimitedFormat format) =>
        (_path, _reader, _quoting, _separator) = (path, reader, format.Quoting, format.Separator);

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
        var table = new DelimitedTable(path, StrictText.Step(path, () => CreateReader(text, format)), format);
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
        var place = FormattableString.Invariant($"{_path}:{row.LineNumberFrom}");

        // Looked at first: Sep takes quotes away in the row itself.
        if (_quoting == Quoting.Rfc4180 && !IsWellQuoted(row.Span))
        {
            var last = row.LineNumberFrom + row.Span.TrimEnd().Count('\n');
            return TableRow.Broken(Columns, place, FormattableString.Invariant($"a quote is not closed, or stands in a field that is not quoted, so that the row goes on to line {last}"));
        }

        var fields = new string[row.ColCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = _quoting == Quoting.WholeField ? Unquote(row[i].ToString()) : row[i].ToString();
        return new TableRow(Columns, place, fields);
    }

    /// <summary>Whether quotes enclose whole fields and are doubled in them (RFC 4180). Elsewhere one would swallow the rows up to the next quote.</summary>
    private bool IsWellQuoted(ReadOnlySpan<char> row)
    {
        while (row.Contains('"'))
        {
            if (row[0] != '"')
            {
                var separator = row.IndexOf(_separator);
                if (separator < 0 || row[..separator].Contains('"'))
                    return false;
                row = row[(separator + 1)..];
                continue;
            }

            var end = 1;
            for (; end < row.Length && (row[end] != '"' || (end + 1 < row.Length && row[end + 1] == '"')); end++)
            {
                if (row[end] == '"')
                    end++;
            }

            if (end >= row.Length || (end + 1 < row.Length && row[end + 1] != _separator))
                return false;
            row = row[Math.Min(row.Length, end + 2)..];
        }

        return true;
    }

    private static string Unquote(string field) =>
        field.Length > 1 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
