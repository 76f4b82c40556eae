namespace SignBridge.Cli.Tests;

/// <summary><c>signs evaluate</c> on a data set of variants of new signs.</summary>
public sealed class SignsEvaluateTests : IDisposable
{
    private const int Signs = 6;
    private const int Clips = 5;

    private readonly WorkFolder _folder = new();

    public SignsEvaluateTests()
    {
        for (var i = 0; i < Signs; i++)
            _folder.WriteVariants($"data/new{i}/clip", SignFiles.New(i), Clips, seed: i);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Evaluate_FolderOfFolders_ReportsAccuracyAndTrials()
    {
        var run = await EvaluateAsync("data", "--ways", "5", "--trials", "20");

        Assert.Equal(
            ["data:       30 clips of 6 signs, 0 of them in the vocabulary of asl-signs", "trials:     20 (seed 1), each 5 signs with 3 examples; 200 clips asked"],
            run.OutputLines.Take(2));
        Assert.Matches(@"^nearest:    (100|9\d)\.\d % nearest to their own of the 5 signs$", run.OutputLines[2]);
        Assert.Matches(@"^recognised: (100|9\d)\.\d % as their sign, \d\.\d % as another taught one, \d\.\d % as one of the vocabulary, \d\.\d % not at all$", run.OutputLines[3]);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Evaluate_SameSeed_SaysTheSame()
    {
        var runs = new List<string>();
        foreach (var seed in (string[])["1", "1", "2"])
            runs.Add((await EvaluateAsync("data", "--ways", "3", "--trials", "5", "--examples", "1", "--seed", seed)).Output);

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public async Task Evaluate_TableWithSigners_AsksOtherSignersOnly()
    {
        var rows = Enumerable.Range(0, Signs).SelectMany(i => Enumerable.Range(0, Clips).Select(j => $"new{i},\"new{i}/clip-{j}.pose\",signer{j / 3}"));
        File.WriteAllLines(_folder["data/labels.csv"], ["gloss,file,signer", .. rows]);

        var run = await EvaluateAsync("data/labels.csv", "--ways", "6", "--trials", "40", "--examples", "2");

        // Two examples are of one signer in four of ten draws: two or three clips are left to ask.
        Assert.Equal(run.Output, (await EvaluateAsync("data", "--ways", "6", "--trials", "40", "--examples", "2")).Output);
        Assert.InRange(int.Parse(run.OutputLines[1].Split("; ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 120, 400);
    }

    [Fact]
    public async Task Evaluate_ClipThatIsMissing_IsNamedAndTheRestIsMeasured()
    {
        File.WriteAllText(_folder["data/new0/broken.pose"], "nothing");

        var run = await CliProcess.RunAsync(_folder, "signs", "evaluate", "data", "--ways", "6", "--trials", "2", "--device", "cpu");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("broken.pose", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("data:       30 clips of 6 signs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_RowsThatCannotBeUsed_AreListedAndTheRestIsMeasured()
    {
        var rows = Enumerable.Range(0, Signs).SelectMany(i => Enumerable.Range(0, Clips).Select(j => $"new{i},data/new{i}/clip-{j}.pose"));
        File.WriteAllLines(_folder["labels.csv"], ["gloss,file", .. rows, "new0,gone.pose", "new0"]);

        var run = (await CliProcess.RunAsync(_folder, "signs", "evaluate", "labels.csv", "--ways", "6", "--trials", "2", "--device", "cpu")).AssertSucceeded();

        Assert.StartsWith("data:       30 clips of 6 signs", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["signbridge: labels.csv:32: 'gone.pose' does not exist.", "signbridge: labels.csv:33: the row cannot be used: it has 1 of 2 fields."],
            run.ErrorLines);
    }

    [Theory]
    [InlineData("data", "40", "6 signs have enough clips for 3 examples")]
    [InlineData("nowhere", "2", "'nowhere' does not exist")]
    [InlineData("damaged.csv", "2", "has no column 'file' (its columns are word, clip)")]
    [InlineData("sentences.csv", "2", "'sentences.csv' lists no clips of single signs")]
    public async Task Evaluate_DataThatDoNotDo_AreRefusedInOneSentence(string data, string ways, string expected)
    {
        File.WriteAllText(_folder["damaged.csv"], "word,clip\nnew,new.pose\n");
        File.WriteAllText(_folder["sentences.csv"], "gloss,file\nwhere dog,data/new0/clip-0.pose\n");

        (await CliProcess.RunAsync(_folder, "signs", "evaluate", data, "--ways", ways, "--device", "cpu")).AssertFailed(1, expected);
    }

    private async Task<CliResult> EvaluateAsync(params string[] arguments) =>
        (await CliProcess.RunAsync(_folder, ["signs", "evaluate", .. arguments, "--device", "cpu"])).AssertSucceeded();
}
