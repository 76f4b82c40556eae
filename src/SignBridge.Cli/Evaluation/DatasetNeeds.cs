using SignBridge.Evaluation.Datasets;

namespace SignBridge.Cli;

/// <summary>What a data set asks of the models, by its first samples.</summary>
/// <param name="Video">Whether poses have to be estimated.</param>
/// <param name="Text">Whether sentences are asked for.</param>
/// <param name="IsIsolated">Whether each clip is one sign.</param>
internal sealed record DatasetNeeds(bool Video, bool Text, bool IsIsolated)
{
    // Data sets are of one kind; a mixed manifest names its mode.
    private const int Looked = 200;
    private const int ShownSplits = 10;

    /// <param name="entries">The data set.</param>
    /// <param name="splits">The splits that are read; empty for all.</param>
    /// <exception cref="SignBridgeException">No row of the data set can be used (<see cref="FailureKind.Input"/>).</exception>
    public static DatasetNeeds Of(IEnumerable<DatasetEntry> entries, IReadOnlyList<string> splits)
    {
        DatasetProblem? problem = null;
        var samples = new List<Sample>();
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            problem ??= entry.Problem;
            if (entry.Sample is not { } sample)
                continue;
            if (sample.IsIn(splits))
                samples.Add(sample);
            else
                others.Add(sample.Split ?? "(none)");
            if (samples.Count == Looked)
                break;
        }

        if (samples.Count == 0 && others.Count > 0)
            throw new SignBridgeException(FailureKind.Input, $"The data set has no sample in the split {string.Join(", ", splits.Select(s => $"'{s}'"))}; name one of its splits with --split: {string.Join(", ", others.Take(ShownSplits))}.");
        if (samples.Count == 0)
            throw new SignBridgeException(FailureKind.Input, problem is null ? "The data set lists no samples; check the path and the layout." : $"No row of the data set can be used; the first problem is {problem.Place}: {problem.Message}");
        var text = samples.Exists(s => s.Text is not null);
        return new DatasetNeeds(
            samples.Exists(s => !SamplePoses.AreIn(s.Media)),
            text,
            !text && samples.TrueForAll(s => s.Glosses is null or { Count: 1 }));
    }
}
