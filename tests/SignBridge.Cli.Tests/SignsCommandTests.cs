namespace SignBridge.Cli.Tests;

/// <summary>The commands on signs that were taught.</summary>
public sealed class SignsCommandTests : IDisposable
{
    private const string Other = "{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"0123\"},\"examples\":[[1,2]]}";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_NothingTaught_IsEmpty()
    {
        var run = (await RunAsync("signs", "list")).AssertSucceeded();
        Assert.Empty(run.Output + run.Errors);
    }

    [Fact]
    public async Task ExportAndImport_ToAnotherFolder_KeepEveryByte()
    {
        await TeachAsync("mine");
        File.WriteAllText(_folder["kai"], (await RunAsync("signs", "export", "kai", "--signs", "mine")).AssertSucceeded().Output);

        var import = (await RunAsync("signs", "import", "kai", "--signs", "theirs")).AssertSucceeded();

        Assert.Equal($"kai: imported to {Path.Combine("theirs", "kai.json")}\n", import.Output);
        Assert.Equal(_folder.Read("mine/kai.json"), _folder.Read("theirs/kai.json"));
        (await RunAsync("signs", "import", "kai", "--signs", "theirs")).AssertFailed(5, "'kai' was taught already");
        (await RunAsync("signs", "import", "kai", "--signs", "theirs", "--force")).AssertSucceeded();
    }

    [Fact]
    public async Task Remove_Sign_IsForgottenAndOthersStay()
    {
        await TeachAsync("mine");
        File.Copy(_folder["mine/kai.json"], _folder["mine/lena.json"]);

        var run = await RunAsync("signs", "remove", "nobody", "kai", "--signs", "mine");

        Assert.Equal((1, "kai: removed\n"), (run.ExitCode, run.Output));
        Assert.Contains("There is no taught sign 'nobody' in 'mine'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal([_folder["mine/lena.json"]], Directory.GetFiles(_folder["mine"]));
    }

    [Theory]
    [InlineData("no json", "is not a taught sign")]
    [InlineData(Other, "with other weights than 'asl-signs'")]
    public async Task Translate_SignThatCannotBeUsed_IsRefusedInOneSentence(string content, string expected)
    {
        Directory.CreateDirectory(_folder["mine"]);
        File.WriteAllText(_folder["mine/kai.json"], content);
        var clip = _folder.Write("clip.pose", SignFiles.New(0));

        (await RunAsync("translate", clip, "--text", "plain", "--device", "cpu", "--signs", "mine")).AssertFailed(3, "mine/kai.json", expected);
        (await RunAsync("signs", "import", "mine/kai.json", "--signs", "theirs")).AssertFailed(3, "mine/kai.json", expected);
        Assert.False(Directory.Exists(_folder["theirs"]));
    }

    [Fact]
    public async Task List_DamagedSign_IsNamedAndTheOthersAreListed()
    {
        await TeachAsync("mine");
        File.WriteAllText(_folder["mine/aaa.json"], "{");

        var run = await RunAsync("signs", "list", "--signs", "mine");

        Assert.Equal((3, "kai                    3 examples asl-signs\n"), (run.ExitCode, run.Output));
        Assert.Contains("mine/aaa.json' is not a taught sign", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("translate clip.pose --text plain --device cpu --signs nowhere")]
    [InlineData("signs list --signs nowhere")]
    public async Task Signs_NamedFolderIsMissing_IsRefused(string arguments) =>
        (await CliProcess.RunAsync(_folder, arguments.Split(' '))).AssertFailed(3, "The folder of taught signs 'nowhere' does not exist");

    private async Task TeachAsync(string signs)
    {
        var examples = _folder.WriteVariants("example", SignFiles.New(0), 3, seed: 1);
        (await RunAsync(["teach", "kai", .. examples, "--device", "cpu", "--signs", signs])).AssertSucceeded();
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder, arguments);
}
