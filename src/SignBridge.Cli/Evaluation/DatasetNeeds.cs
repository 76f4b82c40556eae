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

    /// <exception cref="SignBridgeException">No row of the data set can be used (<see cref="FailureKind.Input"/>).</exception>
    public static DatasetNeeds Of(IEnumerable<DatasetEntry> entries)
    {
        DatasetProblem? problem = null;
        var samples = new List<Sample>();
        foreach (var entry in entries)
        {
            problem ??= entry.Problem;
            if (entry.Sample is { } sample)
                samples.Add(sample);
            if (samples.Count == Looked)
                break;
        }

        if (samples.Count == 0)
            throw new SignBridgeException(FailureKind.Input, problem is null ? "The data set lists no samples; check the path and the layout." : $"No row of the data set can be used; the first problem is {problem.Place}: {problem.Message}");
        var text = samples.Exists(s => s.Text is not null);
        return new DatasetNeeds(
            samples.Exists(s => Path.GetExtension(s.Media.Path).ToLowerInvariant() is not (".pose" or ".parquet")),
            text,
            !text && samples.TrueForAll(s => s.Glosses is null or { Count: 1 }));
    }
}
