using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Runs;

/// <summary>Goes through a data set once and yields what a run has no results for yet.</summary>
/// <param name="folder">The run.</param>
/// <param name="journal">Its results, which are read at once.</param>
/// <param name="labels">What the recogniser can name.</param>
internal sealed class PendingSamples(RunFolder folder, ResultJournal journal, IReadOnlyList<string> labels)
{
    // Data sets write glosses in capitals, or not: the same label in another case is the same sign.
    private readonly Dictionary<string, string> _spelling = labels.Reverse().DistinctBy(l => l, StringComparer.OrdinalIgnoreCase).ToDictionary(l => l, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _labels = [.. labels];
    private readonly List<DatasetProblem> _problems = [];
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Index, string Condition), string> _done = journal.Written(r => (r.Index, r.Condition, r.Id)).ToDictionary(r => (r.Index, r.Condition), r => r.Id);
    private int _samples;

    /// <summary>What is known once all samples were enumerated.</summary>
    public RunOutcome Outcome => new() { Samples = _samples, Problems = _problems, UnknownGlosses = _unknown };

    /// <param name="entries">The data set.</param>
    /// <param name="sampleDone">Called for each sample that was read before.</param>
    /// <exception cref="SignBridgeException">The data set is not the one that the run was begun with (<see cref="FailureKind.Input"/>).</exception>
    public IEnumerable<PendingSample> Enumerate(IEnumerable<DatasetEntry> entries, Action sampleDone)
    {
        var settings = folder.Settings;
        string[] conditions = ["", .. settings.Perturbations];
        foreach (var entry in entries)
        {
            if (entry.Problem is { } problem)
                _problems.Add(problem);
            if (entry.Sample is not { } row || !row.IsIn(settings.Splits))
                continue;
            if (_samples == settings.Limit)
                break;
            var index = _samples++;
            var sample = row with { Glosses = row.Glosses?.Select(Spelt).ToList() };
            if (settings.Shard?.Holds(index) == false)
                continue;
            var missing = conditions.Where(c => !IsDone(index, c, sample.Id)).ToList();
            if (missing.Count > 0)
                yield return new PendingSample(index, sample, missing);
            else
                sampleDone();
        }

        bool IsDone(int index, string condition, string id) => _done.TryGetValue((index, condition), out var known) && (known == id
            ? true
            : throw new SignBridgeException(FailureKind.Input, $"The data set '{settings.Dataset}' has '{id}' where it had '{known}' when the run '{folder.Path}' was begun; name another folder with --out to run the changed one."));
    }

    private string Spelt(string gloss)
    {
        if (_labels.Contains(gloss))
            return gloss;
        if (_spelling.TryGetValue(gloss, out var label))
            return label;
        _unknown[gloss] = _unknown.GetValueOrDefault(gloss) + 1;
        return gloss;
    }
}
