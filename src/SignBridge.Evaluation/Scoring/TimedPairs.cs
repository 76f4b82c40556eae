using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Joins a reference in STM with a hypothesis in CTM, as sclite does.</summary>
internal static class TimedPairs
{
    public static PairFile Read(string hypothesisPath, string referencePath, WordErrorCosts costs)
    {
        var segments = StmFile.Read(referencePath);
        var words = new List<CtmWord>[segments.Count];
        var byRecording = segments.Index().GroupBy(s => s.Item.Recording, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var word in CtmFile.Read(hypothesisPath))
        {
            if (!byRecording.TryGetValue(word.Recording, out var recording))
                throw SegmentFile.Broken(hypothesisPath, word.Line, $"'{word.Recording}' is no file and channel of '{referencePath}'", "expected words of its recordings only; correct one of the files");
            // A word belongs to the first segment that has not ended by its middle, one behind all to the last.
            var found = recording.FindIndex(s => word.Middle <= s.Item.End);
            (words[recording[found < 0 ? ^1 : found].Index] ??= []).Add(word);
        }

        var metric = new WordErrorRate(costs);
        var (pairs, silent) = (new List<TextPair>(), 0);
        foreach (var (i, segment) in segments.Index().Where(s => s.Item.Readings.Count > 0))
        {
            silent += words[i] is null ? 1 : 0;
            var hypothesis = string.Join(' ', (words[i] ?? []).OrderBy(w => w.Begin).Select(w => w.Word));
            pairs.Add(new TextPair(hypothesis, segment.Readings.Count == 1 ? segment.Readings[0] : segment.Readings.MinBy(r => Cost(metric, costs, hypothesis, r))!));
        }

        IReadOnlyList<string> notes = silent == 0
            ? []
            : [FormattableString.Invariant($"{silent} of {pairs.Count} segments of '{referencePath}' have no word in '{hypothesisPath}': they count as empty hypotheses.")];
        return pairs.Count > 0
            ? new PairFile(pairs, notes)
            : throw new SignBridgeException(FailureKind.Input, $"'{referencePath}' has no segment that is scored: expected at least one; check the file.");
    }

    private static double Cost(WordErrorRate metric, WordErrorCosts costs, string hypothesis, string reference)
    {
        var errors = metric.Statistics(hypothesis, reference);
        return errors[0] * costs.Substitution + errors[1] * costs.Deletion + errors[2] * costs.Insertion;
    }
}
