namespace SignBridge.Evaluation.Datasets;

/// <summary>How the rows of a text file are written.</summary>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="Quoting">What a double quote means.</param>
internal sealed record DelimitedFormat(char Separator, Quoting Quoting)
{
    /// <summary>Comma-separated values as in RFC 4180.</summary>
    public static DelimitedFormat Csv { get; } = new(',', Quoting.Rfc4180);

    /// <summary>Tab-separated values, one row a line.</summary>
    public static DelimitedFormat Tsv { get; } = new('\t', Quoting.WholeField);

    /// <summary>Fields between bars: the tables of PHOENIX and CSL-Daily.</summary>
    public static DelimitedFormat Bars { get; } = new('|', Quoting.None);

    /// <summary>The names of the columns of a file without a header; null where the first row names them.</summary>
    public IReadOnlyList<string>? Columns { get; init; }
}
