using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary><c>signbridge inspect</c> on data sets made of the samples.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Inspect_CopyInAnotherSplit_IsALeak()
    {
        var pose = Path.Combine(Repository.Samples, "who-cry.pose");
        File.WriteAllLines(_folder["m.csv"], ["id,file,gloss,split", $"a,{pose},WHO CRY,train", $"b,{pose},WHO CRY,test", "c,gone.pose,DOG,test"]);

        var run = (await CliProcess.RunAsync(_folder, "inspect", "m.csv")).AssertSucceeded();

        Assert.Empty(run.Errors);
        Assert.Equal("data:       m.csv, manifest", run.OutputLines[0]);
        Assert.Contains("rows:       3, 2 usable", run.OutputLines);
        Assert.Contains("error:      Rows that cannot be used (missing-file): 1 of 3.", run.OutputLines);
        Assert.Contains("error:      Clips of the same content in two splits, on which a score is no score: 1.", run.OutputLines);
        Assert.Contains("leak:       a (train) and b (test) are the same", run.OutputLines);
    }

    [Fact]
    public async Task Inspect_VideosWithEstimatedPoses_SaysHowTheSignersAreSeen()
    {
        File.WriteAllLines(_folder["m.csv"], ["id,file,gloss", $"a,{SampleClip.Named("where-dog").Video},WHERE DOG"]);

        var plain = (await CliProcess.RunAsync(_folder, "inspect", "m.csv")).AssertSucceeded();
        var estimated = (await CliProcess.RunAsync(_folder, "inspect", "m.csv", "--estimate", "--poses", "poses", "--device", "cpu")).AssertSucceeded();

        Assert.DoesNotContain(plain.OutputLines, l => l.StartsWith("no hands:", StringComparison.Ordinal));
        Assert.Contains(estimated.OutputLines, l => l.StartsWith("no hands:", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(_folder["poses"], "*.pose", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Inspect_Json_IsOneDocumentInTheFileThatWasNamed()
    {
        var run = (await CliProcess.RunAsync(_folder, "inspect", Repository.Samples, "--dataset", "pose-folder", "--format", "json", "--sample", "3", "-o", "quality.json")).AssertSucceeded();

        Assert.Empty(run.Output);
        using var json = JsonDocument.Parse(_folder.Read("quality.json"));
        Assert.Equal(3, json.RootElement.GetProperty("clips").GetProperty("read").GetInt32());
        Assert.Equal(Directory.GetFiles(Repository.Samples, "*.pose").Length, json.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty("findings").ValueKind);
    }

    [Theory]
    [InlineData("'nowhere' does not exist", "nowhere")]
    [InlineData("has no column 'file' (its columns are clip, word)", "damaged.csv")]
    [InlineData("is not UTF-8", "latin.csv")]
    [InlineData("has no layout that is recognised", "empty")]
    [InlineData("has not the layout phoenix-2014: expected the folder phoenix-2014-multisigner", "empty", "--dataset", "phoenix-2014")]
    public async Task Inspect_DataThatCannotBeRead_IsRefusedInOneSentence(string expected, string data, params string[] options)
    {
        Directory.CreateDirectory(_folder["empty"]);
        File.WriteAllText(_folder["damaged.csv"], "clip,word\nnew.pose,new\n");
        File.WriteAllBytes(_folder["latin.csv"], [.. "file,gloss\nk"u8, 0xFC, .. "che.pose,K\n"u8]);

        (await CliProcess.RunAsync(_folder, ["inspect", data, .. options])).AssertFailed(1, expected);
    }

    [Fact]
    public async Task Inspect_LayoutThatIsUnknown_IsAUsageErrorThatListsThem() =>
        (await CliProcess.RunAsync(_folder, "inspect", "x", "--dataset", "nonsense")).AssertFailed(2, "There is no data set layout 'nonsense': expected one of manifest, phoenix-2014,");
}
