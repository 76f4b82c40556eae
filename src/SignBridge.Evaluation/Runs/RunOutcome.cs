using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Runs;

/// <summary>What a run that read all its samples knows about the whole data set, whichever shard it is: <c>outcome.json</c>.</summary>
public sealed record RunOutcome
{
    /// <summary>Samples of the data set after the choice of splits and the limit, over all shards.</summary>
    public required int Samples { get; init; }

    /// <summary>Rows that could not be used.</summary>
    public required IReadOnlyList<DatasetProblem> Problems { get; init; }

    /// <summary>Signs of the references that the recogniser cannot name, with how often they are asked for; their samples count as wrong.</summary>
    public required IReadOnlyDictionary<string, int> UnknownGlosses { get; init; }
}
