using System.Text.RegularExpressions;
using nietras.SeparatedValues;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using SignBridge.Evaluation.Tests.Perturbations;
using SignBridge.Evaluation.Tests.Runs;

namespace SignBridge.Evaluation.Tests.Reports;

/// <summary>What data sets may hold, in every place where a report shows it.</summary>
public sealed partial class ReportFormatTests : IDisposable
{
    private const string Script = "<script>alert('1')</script>";
    private static readonly string[] Signers = ["Ann, \"the\" first", "two\nlines", "a|b", "=1+1", Script];

    private readonly SyntheticRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Html_MarkupInTheData_IsText()
    {
        var html = ReportText.Html(Report());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(EventHandler(), html);
    }

    [Fact]
    public void Html_Page_NeedsNothingFromElsewhere()
    {
        var html = ReportText.Html(Report());
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(html), m => Assert.StartsWith("xmlns", m.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(Reference(), html.Replace("<link rel=\"icon\" href=\"data:,\">", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_AnyText_IsOneFieldOfRfc4180()
    {
        var csv = ReportText.Csv(Report());
        using var reader = Sep.New(',').Reader(o => o with { Unescape = true }).FromText(csv);
        var groups = new List<string>();
        foreach (var row in reader)
        {
            if (row["part"].ToString() == "slice:signer" && row["metric"].ToString() == "top1")
                groups.Add(row["group"].ToString());
        }

        Assert.Equal(Signers.Order(StringComparer.Ordinal), groups);
        Assert.Contains(",\"Ann, \"\"the\"\" first\",", csv, StringComparison.Ordinal);
        Assert.StartsWith("part,group,samples,failed,metric,value,lower,upper,signature\n", csv.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_ScoreThatIsNotDefined_IsAnEmptyField() => Assert.DoesNotContain("NaN", ReportText.Csv(Report()), StringComparison.Ordinal);

    [Fact]
    public void Markdown_PipesAndLineEnds_StayInTheirCell()
    {
        var lines = ReportText.Markdown(Report()).Split('\n');
        var table = lines.SkipWhile(l => l != "## By signer").Skip(2).TakeWhile(l => l.Length > 0).ToList();
        Assert.Equal(2 + Signers.Length, table.Count);
        Assert.All(table, row => Assert.Equal(Pipe().Count(table[0]), Pipe().Count(row)));
        Assert.Contains(table, row => row.StartsWith("| a\\|b | 1 |", StringComparison.Ordinal));
        Assert.Contains(table, row => row.StartsWith("| two lines | 1 |", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_MarkupInTheData_IsText()
    {
        var markdown = ReportText.Markdown(Report());
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.Contains("&lt;script>", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Report_KeepsTheDataAsTheyAreAndHasNoNaN()
    {
        var json = ReportText.Json(Report());
        Assert.Equal(Script, json.GetProperty("failed")[0].GetProperty("id").GetString());
        Assert.Equal(Signers.Order(StringComparer.Ordinal), json.GetProperty("slices").EnumerateArray()
            .Single(s => s.GetProperty("name").GetString() == "signer").GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("group").GetString()));
        Assert.DoesNotContain("NaN", json.GetRawText(), StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?:xmlns(?::\w+)?=")?(?:https?:)?//[\w.]""")]
    private static partial Regex Addresses();

    [GeneratedRegex("""<(?:link|img|iframe|object|embed|base|form)\b|\ssrc=|url\((?!#)|@import|xlink:href="(?!#|data:)""")]
    private static partial Regex Reference();

    [GeneratedRegex("""<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=""")]
    private static partial Regex EventHandler();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();

    private EvaluationReport Report()
    {
        var sketch = PoseSketch.Of(SyntheticPoses.Person());
        string[] plan = ["fps=5", "mirror"];
        var results = Signers.SelectMany((signer, i) => plan.Prepend("").Select(condition => SyntheticRuns.Sign(i, Script, i % 2 == 0 ? Script : "a|b") with
        {
            Id = i == 1 ? Script : $"s{i}\" onload=\"alert(1)", Signer = signer, Condition = condition, ReferenceText = Script, Text = "a|b\n" + Script, Sketch = sketch,
            Error = i == 1 ? $"'{Script}' is dark." : null,
        })).ToList();
        var run = _runs.Finished(
            "run", results, s => s with { Dataset = "data/" + Script, Perturbations = plan },
            new RunOutcome { Samples = results.Count, Problems = [new DatasetProblem("broken-row", Script, Script)], UnknownGlosses = new Dictionary<string, int> { [Script] = 1 } });
        return new ReportBuilder([.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]).Build(run);
    }
}
