using System.Diagnostics;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class OutputTests : IDisposable
{
    private const string Sentence = "Where dog.\n";

    private readonly WorkFolder _folder = new();
    private readonly string[] _translate = ["translate", SampleClip.Named("where-dog").Poses, "--text", "plain", "--device", "cpu"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Output_NewFile_HoldsTheResultAlone()
    {
        var run = await RunAsync("-o", "new.txt");
        Assert.Equal((0, "", "", Sentence), (run.ExitCode, run.Output, run.Errors, _folder.Read("new.txt")));
    }

    [Fact]
    public async Task Output_ThatExists_IsKept()
    {
        File.WriteAllText(_folder["old.txt"], "precious");
        (await RunAsync("-o", "old.txt")).AssertFailed(5, "'old.txt' exists already", "--force");
        Assert.Equal("precious", _folder.Read("old.txt"));
    }

    [Fact]
    public async Task Output_ThatExistsWithForce_IsReplaced()
    {
        File.WriteAllText(_folder["old.txt"], new string('x', 1000));
        (await RunAsync("-o", "old.txt", "--force")).AssertSucceeded();
        Assert.Equal(Sentence, _folder.Read("old.txt"));
    }

    [Fact]
    public async Task Output_ThatExistsWithForceAndNoResult_IsKept()
    {
        File.WriteAllText(_folder["old.txt"], "precious");
        var run = await CliProcess.RunAsync(_folder, "translate", "missing.pose", "--text", "plain", "--device", "cpu", "-o", "old.txt", "--force");
        run.AssertFailed(1, "missing.pose");
        Assert.Equal("precious", _folder.Read("old.txt"));
    }

    [Fact]
    public async Task Output_InAFolderThatIsMissing_IsRefused() =>
        (await RunAsync("-o", "nowhere/result.txt")).AssertFailed(5, "nowhere/result.txt", "cannot be written");

    [Fact]
    public async Task Output_ThatIsAFolder_IsRefused() =>
        (await RunAsync("-o", ".", "--force")).AssertFailed(5, "'.' is a folder");

    [Fact]
    public async Task Output_OnAFullDisk_IsAFailure() =>
        (await RunAsync("-o", "/dev/full", "--force")).AssertFailed(5, "/dev/full", "No space left on device");

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("srt")]
    public async Task StandardOutput_OnAFullDisk_IsAFailure(string format)
    {
        var arguments = string.Join(' ', [.. _translate.Select(a => $"'{a}'"), "--format", format]);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "SignBridge.Cli.dll")}' {arguments} > /dev/full"]) { RedirectStandardError = true })!;
        var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        new CliResult(shell.ExitCode, "", errors).AssertFailed(5, "standard output", "No space left on device");
    }

    [Fact]
    public async Task StandardOutput_WhoseReaderLeft_EndsTheWork()
    {
        using var process = await CliProcess.StartAsync(_folder, ["translate", .. SampleClip.All.Select(s => s.Poses), "--text", "plain", "--device", "cpu"]);
        process.Output.Close();
        (await process.EndAsync("")).AssertFailed(5, "standard output", "Broken pipe");
    }

    [Fact]
    public async Task Overlay_ThatExists_IsKept()
    {
        File.WriteAllText(_folder["old.mp4"], "precious");
        (await RunAsync("--overlay", "old.mp4")).AssertFailed(5, "'old.mp4' exists already");
        Assert.Equal("precious", _folder.Read("old.mp4"));
    }

    [Fact]
    public async Task Overlay_InAFolderThatIsMissing_IsRefused() =>
        (await RunAsync("--overlay", "nowhere/out.mp4")).AssertFailed(5, "nowhere/out.mp4");

    private Task<CliResult> RunAsync(params string[] more) => CliProcess.RunAsync(_folder, [.. _translate, .. more]);
}
