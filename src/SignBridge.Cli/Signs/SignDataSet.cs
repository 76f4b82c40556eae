using Microsoft.VisualBasic.FileIO;

namespace SignBridge.Cli;

/// <summary>Lists the clips of a data set of single signs.</summary>
internal static class SignDataSet
{
    private const string Labels = "labels.csv";

    /// <summary>Lists a folder with a folder of clips for each sign, or the rows of a CSV file with a header (RFC 4180): columns <c>gloss</c>,
    /// <c>file</c>, relative to it, and optionally <c>signer</c>. A folder may hold the CSV file as <c>labels.csv</c>.</summary>
    /// <exception cref="SignBridgeException">It is neither, or lists nothing (<see cref="FailureKind.Input"/>).</exception>
    public static IReadOnlyList<LabelledFile> Read(string data)
    {
        try
        {
            var table = Directory.Exists(data) ? Path.Combine(data, Labels) : data;
            var files = File.Exists(table) ? ReadTable(table) : Directory.Exists(data) ? ReadFolder(data) : [];
            return files.Count > 0
                ? files.DistinctBy(f => f.Path).ToList()
                : throw new SignBridgeException(FailureKind.Input, $"'{data}' lists no clips: expected a folder with a folder of clips for each sign, or a CSV file with the columns gloss and file; check the path.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{data}' cannot be read ({e.Message.TrimEnd('.')}); name a folder or CSV file that you may read.", e);
        }
    }

    private static List<LabelledFile> ReadFolder(string data) => [..
        from sign in Directory.EnumerateDirectories(data).Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(sign).Order(StringComparer.Ordinal)
        where Path.GetFileName(file)[0] != '.'
        select new LabelledFile(Path.GetFileName(sign), file, file)];

    private static List<LabelledFile> ReadTable(string table)
    {
        using var parser = new TextFieldParser(table) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        try
        {
            var header = parser.ReadFields() ?? [];
            var (gloss, file, signer) = (Array.IndexOf(header, "gloss"), Array.IndexOf(header, "file"), Array.IndexOf(header, "signer"));
            if (gloss < 0 || file < 0)
                throw Damaged(table, $"its columns are {string.Join(", ", header)}", null);
            var rows = new List<LabelledFile>();
            while (parser.ReadFields() is { } row)
            {
                if (row.Length != header.Length)
                    throw Damaged(table, FormattableString.Invariant($"row {rows.Count + 2} has {row.Length} of {header.Length} columns"), null);
                var path = Path.Combine(Path.GetDirectoryName(table)!, row[file]);
                rows.Add(new LabelledFile(row[gloss], path, signer < 0 ? path : row[signer]));
            }

            return rows;
        }
        catch (MalformedLineException e)
        {
            throw Damaged(table, FormattableString.Invariant($"line {e.LineNumber} is not CSV"), e);
        }
    }

    private static SignBridgeException Damaged(string table, string reason, Exception? cause) =>
        new(FailureKind.Input, $"'{table}' is not a list of clips ({reason}): expected the columns gloss and file, and signer where it is known; correct it.", cause);
}
