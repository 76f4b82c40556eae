using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Joins two files line by line.</summary>
internal static class LinePairs
{
    public static PairFile Read(string hypothesisPath, string referencePath)
    {
        var hypotheses = SegmentFile.Read(hypothesisPath, SegmentFormat.Txt, null).Segments;
        var references = SegmentFile.Read(referencePath, SegmentFormat.Txt, null).Segments;
        return hypotheses.Count == references.Count
            ? new PairFile([.. hypotheses.Zip(references, (h, r) => new TextPair(h.Text, r.Text))], [])
            : throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant($"'{hypothesisPath}' has {hypotheses.Count} lines and '{referencePath}' has {references.Count}: expected as many, the same segment in the same line; complete the shorter one."));
    }
}
