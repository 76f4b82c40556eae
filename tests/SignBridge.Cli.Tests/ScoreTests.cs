using System.Globalization;
using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary><c>score</c> on files that are as they should be.</summary>
public sealed class ScoreTests : IDisposable
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(Repository.Golden("metrics", "expected.json"))).RootElement.GetProperty("german");

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Score_GoldenFiles_PrintsTheDigitsOfTheToolsWithTheirSignatures()
    {
        var run = await RunAsync(GoldenFile("hyp"), GoldenFile("ref"), "--metrics", "wer,bleu,bleu-1,chrf++,ter,rouge-l,rouge-l-coco");

        run.AssertSucceeded();
        Assert.Empty(run.Errors);
        var rows = run.OutputLines.Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(["metric", "score", "signature"], rows[0]);
        Assert.Equal(
            [
                ("wer", Digits(Of("wer.sclite", "wer"))), ("bleu", Digits(Of("bleu.13a", "score"))), ("bleu-1", Digits(Golden.GetProperty("bleu.13a").GetProperty("cumulative")[0].GetDouble())),
                ("chrf++", Digits(Of("chrf++", "score"))), ("ter", Digits(Of("ter", "score"))),
                ("rouge-l", Digits(Golden.GetProperty("rougeL.rouge_score").GetDouble())), ("rouge-l-coco", Digits(Golden.GetProperty("rougeL.coco").GetDouble())),
            ],
            rows.Skip(1).Take(7).Select(r => (r[0], r[1])));
        Assert.StartsWith("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|equals:sacrebleu-2.6.0|version:signbridge-", rows[2][2], StringComparison.Ordinal);
        Assert.Contains("wer: substitutions 24, deletions 36, insertions 15, referenceWords 228", run.OutputLines);
    }

    [Fact]
    public async Task Score_Json_HasTheWholeDigitsAndDetails()
    {
        var report = await JsonAsync(GoldenFile("hyp"), GoldenFile("ref"), "--metrics", "bleu,wer", "--costs", "levenshtein", "--tokenize", "none");

        Assert.Equal(32, report.GetProperty("segments").GetInt32());
        Assert.Equal(["hypothesis", "reference", "segments", "scores"], report.EnumerateObject().Select(p => p.Name));
        var bleu = report.GetProperty("scores")[0];
        Assert.Equal(["metric", "value", "signature", "higherIsBetter", "details"], bleu.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("bleu", true), (bleu.GetProperty("metric").GetString(), bleu.GetProperty("higherIsBetter").GetBoolean()));
        Assert.Equal(Of("bleu.none", "score"), bleu.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(Of("bleu.none", "bp"), bleu.GetProperty("details").GetProperty("brevityPenalty").GetDouble(), 1e-9);
        Assert.Contains("|tok:none|", bleu.GetProperty("signature").GetString(), StringComparison.Ordinal);
        var wer = report.GetProperty("scores")[1];
        Assert.Equal(Of("wer.levenshtein", "insertions"), wer.GetProperty("details").GetProperty("insertions").GetDouble());
        Assert.False(wer.GetProperty("higherIsBetter").GetBoolean());
    }

    [Fact]
    public async Task Score_ByteOrderMarkAndWindowsLineEnds_ChangeNothing()
    {
        var bytes = File.ReadAllText(GoldenFile("hyp")).Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllText(_folder["hyp.txt"], bytes, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        const string All = "wer,bleu,chrf,chrf++,ter,rouge-l,rouge-l-coco,rouge-l-nslt,rouge-l-python,exact-match";

        var expected = await RunAsync(GoldenFile("hyp"), GoldenFile("ref"), "--metrics", All);
        var run = await RunAsync("hyp.txt", GoldenFile("ref"), "--metrics", All);

        Assert.Equal(expected.AssertSucceeded().Output, run.AssertSucceeded().Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Score_IdsInAnyOrder_AreJoined()
    {
        File.WriteAllText(_folder["hyp.jsonl"], """
            {"id": "b", "text": "it rains ."}
            {"id": "a", "text": "the sun shines , today ."}

            """);
        File.WriteAllText(_folder["ref.csv"], "signer,id,text\n1,a,\"the sun shines , today .\"\n2,b,it rains .\n");

        var report = await JsonAsync("hyp.jsonl", "ref.csv", "--metrics", "exact-match,bleu");

        Assert.Equal([100.0, 100.0], Values(report).Select(v => Math.Round(v!.Value, 9)));
    }

    [Fact]
    public async Task Score_ResultsOfTranslate_AreScoredByTheirGlosses()
    {
        File.WriteAllText(_folder["hyp.jsonl"], """{"input":"a.mp4","text":"Where is the dog?","glosses":[{"gloss":"where"},{"gloss":"cat"}]}""");
        File.WriteAllText(_folder["ref.jsonl"], """{"id":"a.mp4","text":"Where is the dog?","glosses":["where","dog"]}""");

        Assert.Equal([50.0], Values(await JsonAsync("hyp.jsonl", "ref.jsonl", "--metrics", "wer", "--column", "glosses")));
        Assert.Equal([0.0], Values(await JsonAsync("hyp.jsonl", "ref.jsonl", "--metrics", "wer")));
    }

    [Fact]
    public async Task Score_StmAndCtm_AreJoinedByTimeAsScliteDoes()
    {
        // What sclite 2.4.10 counts of these files: 6 correct words of 6, 3 insertions (PRE, GAP, POST).
        File.WriteAllText(_folder["ref.stm"], """
            ;; a comment
            f1 1 spk 1.0 2.0 <O,F> A B
            f1 1 spk 2.5 3.5 IGNORE_TIME_SEGMENT_IN_SCORING
            f1 1 spk 4.0 5.0 C { D E / F / @ } G
            f2 1 spk 0.0 9.0 X
            """);
        File.WriteAllText(_folder["hyp.ctm"], """
            ;; words need not be in order
            f1 1 1.5 0.2 B
            f1 1 1.0 0.2 A 0.91
            f1 1 0.1 0.2 PRE
            f1 1 2.1 0.2 BETWEEN
            f1 1 2.7 0.2 IGNORED
            f1 1 3.6 0.1 GAP
            f1 1 4.0 0.1 C

            f1 1 4.3 0.1 F
            f1 1 4.5 0.1 G
            f1 1 6.0 0.1 POST
            f2 1 1.0 0.1 X 0.5
            """);

        var report = await JsonAsync("hyp.ctm", "ref.stm", "--metrics", "wer");

        var details = report.GetProperty("scores")[0].GetProperty("details");
        Assert.Equal("""{"substitutions":0,"deletions":0,"insertions":3,"referenceWords":6}""", JsonSerializer.Serialize(details));
        Assert.Equal(3, report.GetProperty("segments").GetInt32());
    }

    [Fact]
    public async Task Score_CtmWithoutWordsOfASegment_CountsItAsEmptyAndSaysSo()
    {
        File.WriteAllText(_folder["ref.stm"], "a 1 s 0 1.79769e+308 REGEN WIND\nb 1 s 0 1.79769e+308 SONNE\n");
        File.WriteAllText(_folder["hyp.ctm"], "a 1 0.0 0.1 loc-REGEN\na 1 0.1 0.1 WIND\n");

        var run = await RunAsync("hyp.ctm", "ref.stm", "--metrics", "wer", "--clean", "phoenix-2014");

        Assert.Contains("wer     33.33  nrefs:1|clean:phoenix-2014|", run.AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Equal("signbridge: 1 of 2 segments of 'ref.stm' have no word in 'hyp.ctm': they count as empty hypotheses.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Score_References_ThatAreEmpty_AreSaidAndHaveNoRate()
    {
        File.WriteAllText(_folder["hyp.txt"], "A\n\n");
        File.WriteAllText(_folder["ref.txt"], "\n\n");

        var run = await RunAsync("hyp.txt", "ref.txt", "--metrics", "wer,bleu", "--confidence");

        Assert.Equal(["-", "0.00"], run.AssertSucceeded().OutputLines.Skip(1).Take(2).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.Equal(
            ["signbridge: 2 of 2 references in 'ref.txt' are empty: what is recognised there counts as wrong.", "signbridge: wer is not defined: no reference has a word."],
            run.ErrorLines);
        Assert.Null((await JsonAsync("hyp.txt", "ref.txt", "--metrics", "wer")).GetProperty("scores")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Score_Baseline_ComparesAndRepeatsWithTheSameSeed()
    {
        string[] arguments = [GoldenFile("ref"), GoldenFile("ref"), "--baseline", GoldenFile("hyp"), "--metrics", "wer,bleu", "--confidence", "--paired", "bs", "--trials", "300", "--seed", "4"];
        var report = await JsonAsync(arguments);

        var bleu = report.GetProperty("scores")[1];
        var comparison = bleu.GetProperty("baseline");
        Assert.Equal(Of("bleu.13a", "score"), comparison.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(100 - Of("bleu.13a", "score"), comparison.GetProperty("difference").GetDouble(), 1e-9);
        Assert.Equal(("bs", 300, 1.0 / 301), (comparison.GetProperty("test").GetString(), comparison.GetProperty("trials").GetInt32(), comparison.GetProperty("pValue").GetDouble()));
        Assert.Equal(100, bleu.GetProperty("interval").GetProperty("mean").GetDouble(), 1e-9);
        Assert.StartsWith("nrefs:1|bs:300|seed:4|case:mixed", bleu.GetProperty("signature").GetString(), StringComparison.Ordinal);
        Assert.Equal(report.ToString(), (await JsonAsync(arguments)).ToString());
        Assert.Contains("|ar:10000|seed:12345|", (await RunAsync(GoldenFile("ref"), GoldenFile("ref"), "--baseline", GoldenFile("hyp"), "--metrics", "wer")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_Output_IsAFileThatIsNew()
    {
        (await RunAsync(GoldenFile("hyp"), GoldenFile("ref"), "--format", "json", "-o", "scores.json")).AssertSucceeded();
        Assert.Equal(5, JsonDocument.Parse(_folder.Read("scores.json")).RootElement.GetProperty("scores").GetArrayLength());
        (await RunAsync(GoldenFile("hyp"), GoldenFile("ref"), "-o", "scores.json")).AssertFailed(5, "'scores.json' exists already");
        (await RunAsync(GoldenFile("hyp"), GoldenFile("ref"), "-o", "scores.json", "--force")).AssertSucceeded();
    }

    private static string GoldenFile(string side) => Repository.Golden("metrics", "cases", $"german.{side}.txt");

    private static double Of(string key, string property) => Golden.GetProperty(key).GetProperty(property).GetDouble();

    private static string Digits(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<double?> Values(JsonElement report) => report.GetProperty("scores").EnumerateArray().Select(s => s.GetProperty("value").Deserialize<double?>());

    private async Task<JsonElement> JsonAsync(params string[] arguments) =>
        JsonDocument.Parse((await RunAsync([.. arguments, "--format", "json"])).AssertSucceeded().Output).RootElement;

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder, ["score", .. arguments]);
}
