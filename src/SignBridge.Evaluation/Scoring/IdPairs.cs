using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Joins two files by the ids of their segments.</summary>
internal static class IdPairs
{
    public static PairFile Read(SegmentFile hypotheses, SegmentFile references)
    {
        if (hypotheses.Column != references.Column)
            throw new SignBridgeException(FailureKind.Input, $"'{hypotheses.Path}' has a column '{hypotheses.Column}' and '{references.Path}' has '{references.Column}': expected the same in both; name it with --column.");
        var (byId, ids) = (ById(hypotheses), ById(references));
        if (byId.Keys.FirstOrDefault(id => !ids.ContainsKey(id)) is { } surplus)
            throw Missing(surplus, hypotheses, references);
        return new PairFile(
            [.. references.Segments.Select(r => new TextPair(byId.TryGetValue(r.Id!, out var hypothesis) ? hypothesis : throw Missing(r.Id!, references, hypotheses), r.Text))], []);
    }

    private static Dictionary<string, string> ById(SegmentFile file)
    {
        var byId = new Dictionary<string, string>(file.Segments.Count, StringComparer.Ordinal);
        foreach (var segment in file.Segments)
        {
            if (!byId.TryAdd(segment.Id!, segment.Text))
                throw new SignBridgeException(FailureKind.Input, $"'{file.Path}' has the id '{segment.Id}' twice: expected each once; drop one of the rows.");
        }

        return byId;
    }

    private static SignBridgeException Missing(string id, SegmentFile has, SegmentFile lacks) => new(
        FailureKind.Input, $"The id '{id}' of '{has.Path}' is missing in '{lacks.Path}': expected the same ids in both; add the row or drop it.");
}
