namespace SignBridge.Evaluation.Runs;

/// <summary>Puts the shards of a run together, which then is as if it had been run as one.</summary>
public static class RunMerge
{
    /// <summary>Merges shards into a new folder.</summary>
    /// <exception cref="SignBridgeException">A shard is missing, there twice, not finished or of another run (<see cref="FailureKind.Input"/>), or
    /// the folder cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static RunFolder Merge(IReadOnlyList<RunFolder> shards, string path)
    {
        ArgumentNullException.ThrowIfNull(shards);
        RequireWhole(shards);
        var first = shards[0];
        var merged = RunFolder.Begin(path, first.Settings with { Shard = null }, first.Origin with
        {
            Command = string.Join('\n', shards.Select(s => s.Origin.Command)),
        });
        using (var journal = ResultJournal.Open(merged.Results))
        {
            var done = journal.Written(r => (r.Index, r.Condition)).ToHashSet();
            foreach (var result in shards.SelectMany(s => ResultJournal.Read(s.Results)).Where(r => done.Add((r.Index, r.Condition))))
                journal.Add(result);
        }

        merged.Finish(first.Outcome()!);
        return merged;
    }

    private static void RequireWhole(IReadOnlyList<RunFolder> shards)
    {
        var first = shards[0];
        var samples = first.Outcome()?.Samples;
        foreach (var shard in shards)
        {
            if (shard.Settings.Shard is null)
                throw Failure(shard, "is a whole run, expected one that was begun with --shard; name the shards only");
            if (shard.Settings.Difference(first.Settings with { Shard = shard.Settings.Shard }) is { } difference)
                throw Failure(shard, $"has another {difference} than '{first.Path}'; merge shards of one run");
            if (shard.Settings.Shard.Count != first.Settings.Shard!.Count)
                throw Failure(shard, FormattableString.Invariant($"is one of {shard.Settings.Shard.Count} shards, '{first.Path}' one of {first.Settings.Shard.Count}; merge shards of one run"));
            if (shard.Outcome() is not { } outcome)
                throw Failure(shard, "is not finished; run its command again, which goes on where it stopped");
            if (outcome.Samples != samples)
                throw Failure(shard, FormattableString.Invariant($"was read from a data set of {outcome.Samples} samples, '{first.Path}' from one of {samples}; run it again on the same files"));
        }

        var numbers = shards.Select(s => s.Settings.Shard!.Number).Order().ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, first.Settings.Shard!.Count)))
            throw Failure(first, FormattableString.Invariant($"is one of {first.Settings.Shard.Count} shards, but those named are {string.Join(", ", numbers)}; name each once"));
    }

    private static SignBridgeException Failure(RunFolder shard, string reason) => new(FailureKind.Input, $"The run '{shard.Path}' {reason}.");
}
