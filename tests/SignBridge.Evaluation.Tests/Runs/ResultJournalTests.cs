using System.Text;
using SignBridge.Evaluation.Runs;
using static SignBridge.Evaluation.Tests.Runs.SyntheticRuns;

namespace SignBridge.Evaluation.Tests.Runs;

public sealed class ResultJournalTests : IDisposable
{
    private readonly SyntheticRuns _runs = new();

    private string Journal => _runs["results.jsonl"];

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Add_Results_AreReadBackInTheirOrder()
    {
        using (var journal = ResultJournal.Open(Journal))
        {
            journal.Add(Sign(1, "b", "b"));
            journal.Add(Sign(0, "a", "b") with { Condition = "fps=5", Columns = new Dictionary<string, string> { ["view"] = "side" }, Brightness = 80.5 });
        }

        var read = ResultJournal.Read(Journal).ToList();
        Assert.Equal([1, 0], read.Select(r => r.Index));
        Assert.Equal(("fps=5", "side", 80.5), (read[1].Condition, read[1].Columns!["view"], read[1].Brightness));
        Assert.Equal(Sign(0, "a", "b").Ranked, read[1].Ranked);
    }

    [Fact]
    public void Read_NoJournal_HasNoResults() => Assert.Empty(ResultJournal.Read(_runs["none.jsonl"]));

    [Theory]
    [InlineData("{\"index\":1,\"id\":\"to")]
    [InlineData("{")]
    public void Open_TornLastLine_IsCutOffAndTheNextResultFollows(string torn)
    {
        Write(Sign(0, "a", "a"));
        File.AppendAllText(Journal, torn);
        Assert.Equal(["s0"], ResultJournal.Read(Journal).Select(r => r.Id));

        using (var journal = ResultJournal.Open(Journal))
        {
            Assert.Equal(["s0"], journal.Written(r => r.Id));
            journal.Add(Sign(1, "b", "b"));
        }

        Assert.Equal(["s0", "s1"], ResultJournal.Read(Journal).Select(r => r.Id));
    }

    [Fact]
    public void Open_NothingButATornLine_BeginsAnew()
    {
        File.WriteAllText(Journal, new string('x', 10_000));
        using (var journal = ResultJournal.Open(Journal))
            Assert.Empty(journal.Written(r => r.Id));
        Assert.Equal(0, new FileInfo(Journal).Length);
    }

    [Fact]
    public void Open_WhileAnotherWrites_IsRefusedInOneSentence()
    {
        using var first = ResultJournal.Open(Journal);
        first.Add(Sign(0, "a", "a"));
        var failure = Assert.Throws<SignBridgeException>(() => ResultJournal.Open(Journal));
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains($"'{Journal}'", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("name another folder.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["s0"], first.Written(r => r.Id));
    }

    [Fact]
    public void Read_WhileARunWrites_IsRefusedInOneSentence()
    {
        using var first = ResultJournal.Open(Journal);
        var failure = Assert.Throws<SignBridgeException>(() => ResultJournal.Read(Journal).ToList());
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("wait for the run", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("")]
    public void Read_LineThatIsNoResult_NamesItsNumber(string line)
    {
        Write(Sign(0, "a", "a"), Sign(1, "b", "b"));
        File.AppendAllText(Journal, line + "\n");
        var failure = Assert.Throws<SignBridgeException>(() => ResultJournal.Read(Journal).ToList());
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.StartsWith($"Line 3 of '{Journal}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_TextInAnyScript_IsKept()
    {
        const string Text = "Ü 今日は雨 🙋🏽 a\u2028b\n\"c\\d\"";
        Write(Sign(0, "MÄDCHEN", "今日") with { Id = "ä/1", ReferenceText = Text });
        var read = Assert.Single(ResultJournal.Read(Journal));
        Assert.Equal(("ä/1", Text, "MÄDCHEN", "今日"), (read.Id, read.ReferenceText, read.ReferenceGlosses![0], read.Glosses[0]));
        Assert.Contains("MÄDCHEN", File.ReadAllText(Journal, Encoding.UTF8), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_FromManyThreads_WritesWholeLines()
    {
        using (var journal = ResultJournal.Open(Journal))
            Parallel.For(0, 500, i => journal.Add(Sign(i, "a", "a") with { ReferenceText = new string('é', i) }));
        Assert.Equal(Enumerable.Range(0, 500), ResultJournal.Read(Journal).Select(r => r.Index).Order());
    }

    private void Write(params SampleResult[] results)
    {
        using var journal = ResultJournal.Open(Journal);
        foreach (var result in results)
            journal.Add(result);
    }
}
