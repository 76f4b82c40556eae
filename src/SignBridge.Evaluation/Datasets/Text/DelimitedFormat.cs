namespace SignBridge.Evaluation.Datasets;

/// <summary>How the rows of a text file are written.</summary>
/// <param name="Separator">What stands between two fields.</param>
internal sealed record DelimitedFormat(char Separator)
{
    /// <summary>Comma-separated values as in RFC 4180.</summary>
    public static DelimitedFormat Csv { get; } = new(',');

    /// <summary>Tab-separated values with the quotes of RFC 4180.</summary>
    public static DelimitedFormat Tsv { get; } = new('\t');

    /// <summary>Fields between bars, in which a quote is a letter like others: the tables of PHOENIX and CSL-Daily.</summary>
    public static DelimitedFormat Bars { get; } = new('|') { Quoted = false };

    /// <summary>Whether a field may stand in double quotes.</summary>
    public bool Quoted { get; init; } = true;

    /// <summary>The names of the columns of a file without a header; null where the first row names them.</summary>
    public IReadOnlyList<string>? Columns { get; init; }
}
