using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Hypotheses and references that were read from files and belong together.</summary>
/// <param name="Pairs">In the order of the references, from one on.</param>
/// <param name="Notes">What a user should know about them, a sentence each.</param>
public sealed record PairFile(IReadOnlyList<TextPair> Pairs, IReadOnlyList<string> Notes)
{
    /// <summary>Reads both files: text line by line, tables and JSON lines by their ids, STM and CTM by time. A byte order mark and line ends of Windows
    /// change nothing.</summary>
    /// <exception cref="SignBridgeException">A file is missing, empty, broken or not UTF-8, or they do not belong together
    /// (<see cref="FailureKind.Input"/>).</exception>
    public static PairFile Read(string hypothesisPath, string referencePath, SegmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (hypothesis, reference) = (options.FormatOf(hypothesisPath), options.FormatOf(referencePath));
        var read = (hypothesis, reference) switch
        {
            (SegmentFormat.Ctm, SegmentFormat.Stm) => TimedPairs.Read(hypothesisPath, referencePath, options.Costs),
            (SegmentFormat.Txt, SegmentFormat.Txt) => LinePairs.Read(hypothesisPath, referencePath),
            (SegmentFormat.Jsonl or SegmentFormat.Csv, SegmentFormat.Jsonl or SegmentFormat.Csv) => IdPairs.Read(
                SegmentFile.Read(hypothesisPath, hypothesis, options.Column), SegmentFile.Read(referencePath, reference, options.Column)),
            _ => throw new SignBridgeException(FailureKind.Input, $"'{hypothesisPath}' and '{referencePath}' cannot be joined: expected two .txt files, two of .jsonl or .csv, or a .ctm hypothesis with a .stm reference; convert one of them."),
        };
        var empty = read.Pairs.Count(p => string.IsNullOrWhiteSpace(p.Reference));
        return empty == 0
            ? read
            : read with { Notes = [.. read.Notes, FormattableString.Invariant($"{empty} of {read.Pairs.Count} references in '{referencePath}' are empty: what is recognised there counts as wrong.")] };
    }
}
