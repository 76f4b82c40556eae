using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using static SignBridge.Evaluation.Tests.Runs.SyntheticRuns;

namespace SignBridge.Evaluation.Tests.Runs;

public sealed class RunMergeTests : IDisposable
{
    private const int Samples = 7;
    private readonly SyntheticRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Merge_AllShardsInAnyOrder_IsTheWholeRun()
    {
        var merged = RunMerge.Merge([Part(3, 3), Part(1, 3), Part(2, 3)], _runs["merged"]);
        Assert.Null(merged.Settings.Shard);
        Assert.Equal(Samples, merged.Outcome()!.Samples);
        Assert.Equal(Enumerable.Range(0, Samples), ResultJournal.Read(merged.Results).Select(r => r.Index).Order());
    }

    [Fact]
    public void Merge_MoreShardsThanSamples_TakesTheEmptyOnesToo()
    {
        var shards = Enumerable.Range(1, Samples + 2).Select(n => Part(n, Samples + 2)).ToList();
        Assert.Equal(Samples, ResultJournal.Read(RunMerge.Merge(shards, _runs["merged"]).Results).Count());
        Assert.Equal(0, new ReportBuilder([]).Build(shards[^1]).Samples);
    }

    [Fact]
    public void Merge_BrokenOffAndRepeated_HoldsEveryResultOnce()
    {
        RunFolder[] shards = [Part(1, 2), Part(2, 2)];
        _runs.Unfinished("merged", [Result(2), Result(0)]);
        Assert.Equal([2, 0, 4, 6, 1, 3, 5], ResultJournal.Read(RunMerge.Merge(shards, _runs["merged"]).Results).Select(r => r.Index));
    }

    [Fact]
    public void Merge_ShardMissing_NamesThoseThatAreThere() => AssertRefused("is one of 3 shards, but those named are 1, 3", Part(1, 3), Part(3, 3));

    [Fact]
    public void Merge_ShardTwice_IsRefused() => AssertRefused("those named are 1, 1, 2", Part(1, 2), Part(2, 2), RunFolder.Open(_runs["part1of2"]));

    [Fact]
    public void Merge_ShardNotFinished_IsRefused() =>
        AssertRefused("part2' is not finished", Part(1, 2), _runs.Unfinished("part2", [Result(1)], s => s with { Shard = new Shard(2, 2) }));

    [Fact]
    public void Merge_OtherSetting_IsNamed() =>
        AssertRefused("has another seed than", Part(1, 2), _runs.Finished("part2", [Result(1)], s => s with { Shard = new Shard(2, 2), Seed = 1 }));

    [Fact]
    public void Merge_OtherCount_IsRefused() => AssertRefused("part2of3' is one of 3 shards", Part(1, 2), Part(2, 3));

    [Fact]
    public void Merge_OtherData_IsRefused() => AssertRefused(
        "a data set of 9 samples", Part(1, 2), _runs.Finished("part2", [Result(1)], s => s with { Shard = new Shard(2, 2) }, Outcome(9)));

    [Fact]
    public void Merge_WholeRun_IsRefused() => AssertRefused("whole' is a whole run", _runs.Finished("whole", [Result(0)]));

    private void AssertRefused(string expected, params RunFolder[] shards)
    {
        var failure = Assert.Throws<SignBridgeException>(() => RunMerge.Merge(shards, _runs["merged"]));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_runs["merged"]));
    }

    private RunFolder Part(int number, int count)
    {
        var shard = new Shard(number, count);
        return _runs.Finished(
            FormattableString.Invariant($"part{number}of{count}"), [.. Enumerable.Range(0, Samples).Where(shard.Holds).Select(Result)],
            s => s with { Shard = shard }, Outcome(Samples));
    }

    private static SampleResult Result(int index) => Sign(index, "a", "a");
}
