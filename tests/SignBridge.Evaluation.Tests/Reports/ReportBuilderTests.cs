using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using SignBridge.Evaluation.Tests.Runs;
using static SignBridge.Evaluation.Tests.Runs.SyntheticRuns;

namespace SignBridge.Evaluation.Tests.Reports;

public sealed class ReportBuilderTests : IDisposable
{
    private static readonly string[] Files = ["report.csv", "report.html", "report.json", "report.md"];
    private static readonly ReportBuilder Builder = new([.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]);

    private readonly SyntheticRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Build_UnfinishedRun_IsRefused()
    {
        var failure = Assert.Throws<SignBridgeException>(() => Builder.Build(_runs.Unfinished("run", [Sign(0, "a", "a")])));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("is not finished", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FailedSamples_CountAsWrong()
    {
        var report = Build([Sign(0, "a", "a"), Sign(1, "a", "b"), Failed(2, "a"), Sign(3, "b", "b")]);
        Assert.Equal((4, 50.0), (report.Samples, Value(report.Scores, "accuracy")));
        Assert.Equal(50, Value(report.Scores, "top1"));
        Assert.Equal([new FailedSample("s2", "'s2' cannot be read.")], report.Failed);
        Assert.Equal(2, report.Worst.Count);
        Assert.Equal("'s2' cannot be read.", report.Worst.Single(w => w.Id == "s2").Hypothesis);
    }

    [Fact]
    public void Build_FailedSentences_CountAsEmptyHypotheses()
    {
        var words = new ReportBuilder([SampleMetric.OfGlosses(new WordErrorRate(WordErrorCosts.Sclite), GlossCleaner.Named(GlossCleaner.None))]);
        SampleResult[] results =
        [
            new SampleResult { Index = 0, Id = "a", ReferenceGlosses = ["dog", "eat", "now"], Glosses = ["dog", "eat", "now"] },
            new SampleResult { Index = 1, Id = "b", ReferenceGlosses = ["cat"], Error = "It is dark." },
        ];
        var report = words.Build(_runs.Finished("run", results, s => s with { Mode = RecognitionMode.Continuous }));
        Assert.Equal(25, report.Scores[0].Value);
        Assert.Null(report.Labels);
    }

    [Fact]
    public void Build_Slices_StandInTheirOrderWithWhatIsNotKnownLast()
    {
        var report = Build(
        [
            Sign(0, "a", "a") with { Split = "test", Signer = "Zoe", Duration = 0.5, Columns = View("side") },
            Sign(1, "a", "b") with { Split = "train", Signer = null, Duration = 20, Columns = View("front") },
            Sign(2, "a", "a") with { Split = "extra", Signer = "Ann", Duration = 3, Hand = "left" },
            Failed(3, "a") with { Split = "dev", Signer = "Ann" },
            Sign(4, "a", "a") with { Split = null, Signer = "Zoe", Duration = 3, Hand = "none" },
        ]);
        Assert.Equal(["split", "signer", "length", "frame rate", "hand", "view"], report.Slices.Select(s => s.Name));
        Assert.Equal("train dev test extra|not known", Groups(report.Slices[0]));
        Assert.Equal("Ann Zoe|not known", Groups(report.Slices[1]));
        Assert.Equal("0-1 s 2-4 s 16+ s|not known", Groups(report.Slices[2]));
        Assert.Equal("right left none|not known", Groups(report.Slices[4]));
        Assert.Equal("front side|not known", Groups(report.Slices[5]));
        var ann = report.Slices[1].Rows[0];
        Assert.Equal((2, 1, 50.0), (ann.Samples, ann.Failed, Value(ann.Scores, "accuracy")));
        Assert.All(report.Slices, s => Assert.Equal(5, s.Rows.Sum(r => r.Samples)));
    }

    [Fact]
    public void Build_ColumnThatTellsNothingApart_IsNoSlice()
    {
        var samples = Enumerable.Range(0, 60).Select(i => Sign(i, "a", "a") with
        {
            Signer = "Ann",
            Columns = new Dictionary<string, string> { ["line"] = $"{i}", ["city"] = "Ulm" },
        });
        Assert.Empty(Build([.. samples]).Slices);
    }

    [Fact]
    public void Build_Robustness_FollowsThePlanWithTheSamplesAsTheyAreInFront()
    {
        string[] plan = ["fps=10", "fps=5", "mirror", "drop=0.5"];
        var results = from i in Enumerable.Range(0, 4)
                      from condition in plan.Prepend("")
                      select Sign(i, "a", condition == "fps=5" && i > 0 ? "b" : "a") with { Condition = condition };
        var report = Build([.. results], s => s with { Perturbations = plan });
        Assert.Equal(["fps", "mirror", "drop"], report.Robustness.Select(t => t.Name));
        Assert.Equal(["none", "10 frames/s", "5 frames/s"], report.Robustness[0].Rows.Select(r => r.Group));
        Assert.Equal(["none", "mirror"], report.Robustness[1].Rows.Select(r => r.Group));
        Assert.Equal([100.0, 100.0, 25.0], report.Robustness[0].Rows.Select(r => Value(r.Scores, "accuracy")));
        Assert.Equal((4, 100.0), (report.Samples, Value(report.Scores, "accuracy")));
    }

    [Fact]
    public void Build_LinesInAnotherOrder_GivesTheSameBytesOfAllReports()
    {
        string[] plan = ["fps=5", "mirror"];
        var results = (from i in Enumerable.Range(0, 200)
                       from condition in plan.Prepend("")
                       select Sign(i, $"sign{i % 9}", $"sign{i * 7 % 11}", 0.5 + i % 40 / 100.0) with
                       {
                           Condition = condition, Signer = $"p{i % 3}", Duration = i % 6, Sketch = Convert.ToBase64String([.. Enumerable.Repeat((byte)i, 450)]),
                           Error = i % 50 == 0 ? "Nobody is in view." : null,
                       }).ToArray();
        var shuffled = results.ToArray();
        new Random(1).Shuffle(shuffled);
        Assert.NotEqual(results, shuffled);

        var (first, second) = (Write("a", results), Write("b", shuffled));
        Assert.All(Files, name => Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, name)), File.ReadAllBytes(Path.Combine(second.Path, name))));
        Assert.Equal(Files, Directory.GetFiles(first.Path, "report.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));

        RunFolder Write(string name, SampleResult[] lines)
        {
            var run = _runs.Finished(name, lines, s => s with { Perturbations = plan });
            ReportFiles.Write(run, Builder.Build(run));
            return run;
        }
    }

    [Fact]
    public void Build_NoSamplesAtAll_IsAnEmptyReport()
    {
        var run = _runs.Finished("run", []);
        ReportFiles.Write(run, Builder.Build(run));
        Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(run.Path, "report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Outcome_IsInEveryReport()
    {
        var outcome = new RunOutcome
        {
            Samples = 1, Problems = [new DatasetProblem("broken-row", "data.csv:7", "data.csv:7: the row cannot be used.")],
            UnknownGlosses = new Dictionary<string, int> { ["xyzzy"] = 4 },
        };
        var report = Builder.Build(_runs.Finished("run", [Sign(0, "xyzzy", "a")], outcome: outcome));
        Assert.Contains("xyzzy", ReportText.Html(report), StringComparison.Ordinal);
        Assert.Contains("data.csv:7", ReportText.Html(report), StringComparison.Ordinal);
        Assert.Contains("1 rows that could not be used", ReportText.Markdown(report), StringComparison.Ordinal);
        Assert.Equal(4, ReportText.Json(report).GetProperty("outcome").GetProperty("unknownGlosses").GetProperty("xyzzy").GetInt32());
    }

    private static Dictionary<string, string> View(string view) => new() { ["view"] = view };

    private static SampleResult Failed(int index, string reference) => new()
    {
        Index = index, Id = $"s{index}", ReferenceGlosses = [reference], Error = $"'s{index}' cannot be read.",
    };

    private static string Groups(ReportTable table) =>
        string.Join(' ', table.Rows.Select(r => r.Group)).Replace(" not known", "|not known", StringComparison.Ordinal);

    private static double Value(IReadOnlyList<Evaluation.Metrics.Score> scores, string metric) => scores.Single(s => s.Metric == metric).Value;

    private EvaluationReport Build(SampleResult[] results, Func<RunSettings, RunSettings>? change = null) => Builder.Build(_runs.Finished("run", results, change));
}
