using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Perturbations;

namespace SignBridge.Evaluation.Runs;

/// <summary>Reads every sample of a data set that a run has no result for yet, several at a time.</summary>
/// <param name="translator">Reads them; it stays the caller's.</param>
/// <param name="clips">Where their poses come from.</param>
/// <param name="folder">Takes the results.</param>
public sealed class EvaluationRun(Translator translator, ClipLoader clips, RunFolder folder)
{
    private readonly Dictionary<string, Perturbation> _perturbations =
        PerturbationPlan.Parse(string.Join(';', folder.Settings.Perturbations)).ToDictionary(p => p.ToString());

    private readonly SampleReader _reader = new(translator, folder.Settings);

    /// <summary>Runs to the end of the data set. Broken off at any point, it goes on from there when it is run again.</summary>
    /// <param name="entries">The whole data set: the run takes its splits, its shard and its limit.</param>
    /// <param name="workers">How many samples are read at the same time.</param>
    /// <param name="sampleDone">Called from any thread after each sample, also for those that were read before.</param>
    /// <param name="cancellationToken">Ends the run between samples.</param>
    /// <exception cref="SignBridgeException">The data set is not the one that the run was begun with (<see cref="FailureKind.Input"/>), or a
    /// result cannot be kept (<see cref="FailureKind.Output"/>).</exception>
    public async Task<RunOutcome> RunAsync(IEnumerable<DatasetEntry> entries, int workers, Action sampleDone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(sampleDone);
        using var journal = ResultJournal.Open(folder.Results);
        var pending = new PendingSamples(folder, journal, translator.Recognizer.Labels);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(pending.Enumerate(entries, sampleDone), options, async (sample, token) =>
        {
            foreach (var condition in sample.Conditions)
                journal.Add(await _reader.ReadAsync(sample.Index, sample.Sample, condition, () => LoadAsync(sample.Sample, condition, token), token));
            sampleDone();
        });
        folder.Finish(pending.Outcome);
        return pending.Outcome;
    }

    private Task<SampleClip> LoadAsync(Sample sample, string condition, CancellationToken cancellationToken) => condition.Length == 0
        ? clips.ReadAsync(sample, cancellationToken)
        : clips.ReadAsync(sample, _perturbations[condition], folder.Settings.Seed, cancellationToken);
}
