namespace SignBridge.Evaluation.Datasets;

/// <summary>What a double quote means in a <see cref="DelimitedFormat"/>.</summary>
internal enum Quoting
{
    /// <summary>Nothing: it is a letter like others.</summary>
    None,

    /// <summary>A field that begins and ends with one is quoted; elsewhere it is a letter. So an inch sign in a table that was written
    /// without quoting does not swallow the rows that follow, and one that was written with quoting is read as well.</summary>
    WholeField,

    /// <summary>A quoted field may hold separators and line ends (RFC 4180).</summary>
    Rfc4180,
}
