namespace SignBridge.Evaluation.Scoring;

/// <summary>How a file holds hypotheses or references.</summary>
public enum SegmentFormat
{
    /// <summary>A line for each segment; the lines of both files belong together.</summary>
    Txt,

    /// <summary>A JSON object a line, with an id.</summary>
    Jsonl,

    /// <summary>A table with a header and a column of ids (RFC 4180).</summary>
    Csv,

    /// <summary>NIST's segment time marks: references only.</summary>
    Stm,

    /// <summary>NIST's time marked words: hypotheses only, for references in <see cref="Stm"/>.</summary>
    Ctm,
}
