using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly SyntheticRuns _runs = new();

    public static TheoryData<string> Differences => [.. Others.Keys];

    private static Dictionary<string, RunSettings> Others { get; } = new()
    {
        ["data set"] = SyntheticRuns.Settings with { Dataset = "other" },
        ["layout"] = SyntheticRuns.Settings with { Layout = "autsl" },
        ["mode"] = SyntheticRuns.Settings with { Mode = RecognitionMode.Continuous },
        ["way of streaming"] = SyntheticRuns.Settings with { IsStreaming = true },
        ["splits"] = SyntheticRuns.Settings with { Splits = ["test"] },
        ["division by signers"] = SyntheticRuns.Settings with { SplitBySigner = "80/10/10" },
        ["limit"] = SyntheticRuns.Settings with { Limit = 3 },
        ["perturbations"] = SyntheticRuns.Settings with { Perturbations = ["fps=5"] },
        ["seed"] = SyntheticRuns.Settings with { Seed = 8 },
        ["models"] = SyntheticRuns.Settings with { Models = [] },
        ["shard"] = SyntheticRuns.Settings with { Shard = new Shard(1, 2) },
        ["limit, seed"] = SyntheticRuns.Settings with { Limit = 3, Seed = 8 },
    };

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Begin_EqualSettings_GoesOn()
    {
        _runs.Begin("run", s => s with { Splits = ["test"], Perturbations = ["fps=5"], Shard = new Shard(2, 3) });
        var again = _runs.Begin("run", s => s with { Splits = ["test"], Perturbations = ["fps=5"], Shard = new Shard(2, 3) });
        Assert.Null(again.Outcome());
        Assert.Equal("signbridge eval data --out run", again.Origin.Command);
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Begin_AnotherSetting_IsNamedAndNothingIsWritten(string difference)
    {
        _runs.Begin("run");
        var before = File.ReadAllText(_runs["run/run.json"]);
        var failure = Assert.Throws<SignBridgeException>(() => _runs.Begin("run", _ => Others[difference]));
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Equal($"'{_runs["run"]}' holds a run with another {difference}; name another folder with --out, or delete that one.", failure.Message);
        Assert.Equal(before, File.ReadAllText(_runs["run/run.json"]));
    }

    [Fact]
    public void Begin_FolderWithOtherFiles_IsRefused()
    {
        Directory.CreateDirectory(_runs["run"]);
        File.WriteAllText(_runs["run/thesis.tex"], "");
        var failure = Assert.Throws<SignBridgeException>(() => _runs.Begin("run"));
        Assert.Contains("holds files but no run", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.tex"], Directory.GetFiles(_runs["run"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/run")]
    public void Begin_WhereNoFolderCanBe_SaysSo(string path)
    {
        File.WriteAllText(_runs["file"], "");
        var failure = Assert.Throws<SignBridgeException>(() => _runs.Begin(path));
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains($"'{_runs[path]}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoRun_NamesWhatIsExpected() =>
        Assert.Contains("signbridge eval", Assert.Throws<SignBridgeException>(() => RunFolder.Open(_runs["nowhere"])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"settings\":")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Open_DamagedSettings_NamesTheFile(string content)
    {
        _runs.Begin("run");
        File.WriteAllText(_runs["run/run.json"], content);
        var failure = Assert.Throws<SignBridgeException>(() => RunFolder.Open(_runs["run"]).Settings.Dataset);
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("run.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_Outcome_IsReadBack()
    {
        var run = _runs.Begin("run");
        run.Finish(new RunOutcome { Samples = 3, Problems = [new DatasetProblem("broken-row", "ä.csv:4", "no")], UnknownGlosses = new Dictionary<string, int> { ["xyzzy"] = 2 } });
        var outcome = RunFolder.Open(_runs["run"]).Outcome()!;
        Assert.Equal((3, "ä.csv:4", 2), (outcome.Samples, outcome.Problems[0].Place, outcome.UnknownGlosses["xyzzy"]));
        Assert.Equal(["outcome.json", "run.json"], Directory.GetFiles(_runs["run"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/16", 3, 16)]
    public void ParseShard_PartOfParts_IsRead(string text, int number, int count)
    {
        Assert.Equal(new Shard(number, count), Shard.Parse(text));
        Assert.Equal(text, Shard.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("-1/3")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("a/b")]
    [InlineData("1 / 3")]
    [InlineData("1/99999999999")]
    public void ParseShard_AnythingElse_SaysWhatIsExpected(string text) =>
        Assert.Equal($"--shard takes i/n, for example 1/4, not '{text}'.", Assert.Throws<FormatException>(() => Shard.Parse(text)).Message);

    [Fact]
    public void Shards_OfOneRun_HoldEverySampleOnce() =>
        Assert.All(Enumerable.Range(0, 20), i => Assert.Single(Enumerable.Range(1, 3), n => new Shard(n, 3).Holds(i)));
}
