using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary><c>eval</c>, <c>merge</c> and <c>compare</c> on what is not as it should be: one sentence, the exit code, nothing half written.</summary>
public sealed class EvalBadInputTests : IDisposable
{
    private static readonly string Pose = SampleClip.Named("where-dog").Poses;
    private static readonly string[] Table = ["id,file,gloss,split", $"a,{Pose},where,train", $"b,{SampleClip.Named("who-cry").Poses},who,test"];

    private readonly WorkFolder _folder = new();

    public EvalBadInputTests()
    {
        Write("ok.csv", Encoding.UTF8.GetBytes(string.Join('\n', Table) + "\n"));
        Write("columns.csv", "id,gloss\na,dog\n"u8);
        Write("columns.jsonl", "{\"id\":\"a\",\"gloss\":\"dog\"}\n"u8);
        Write("latin.csv", [.. "id,file,gloss\n"u8, .. "a,x.pose,M"u8, 0xC4, .. "DCHEN\n"u8]);
        Write("heads.csv", "id,file,gloss\n"u8);
        Write("nothing.csv", ""u8);
        Write("lost.csv", "id,file,gloss\na,lost.pose,dog\n"u8);
        Write("file", ""u8);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "nowhere", "'nowhere' does not exist")]
    [InlineData(1, "columns.csv", "'columns.csv' has no column 'file' (its columns are id, gloss)")]
    [InlineData(1, "columns.jsonl", "'columns.jsonl' has no column 'file'")]
    [InlineData(1, "latin.csv", "'latin.csv' is not UTF-8 in line 2")]
    [InlineData(1, "heads.csv", "lists no samples")]
    [InlineData(1, "nothing.csv", "'nothing.csv' is empty")]
    [InlineData(1, "lost.csv", "lost.csv:2")]
    [InlineData(1, "ok.csv --split dev", "no sample in the split 'dev'; name one of its splits with --split: test, train.")]
    [InlineData(1, "ok.csv --perturb blur=2", "The perturbation 'blur' changes pictures but 'ok.csv' holds poses only")]
    [InlineData(2, "ok.csv --perturb nonsense", "'nonsense' is no perturbation: expected fps")]
    [InlineData(2, "ok.csv --perturb fps=fast", "'fps=fast' cannot be applied")]
    [InlineData(2, "ok.csv --shard 0/3", "--shard takes i/n, for example 1/4, not '0/3'")]
    [InlineData(2, "ok.csv --split-by-signer 80/30", "three shares that add up to 100")]
    [InlineData(2, "ok.csv --mode isolated --streaming", "exclude each other")]
    public async Task Eval_BadInput_IsOneSentenceAndLeavesNothing(int exitCode, string arguments, string expected)
    {
        (await EvalAsync([.. arguments.Split(' '), "--out", "run"])).AssertFailed(exitCode, expected);
        Assert.False(Path.Exists(_folder["run"]));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/run")]
    [InlineData("/proc/signbridge")] // where even root cannot write
    public async Task Eval_OutWhereNoFolderCanBe_IsOneSentence(string output)
    {
        (await EvalAsync("ok.csv", "--out", output)).AssertFailed(5, $"'{output}'", "--out");
        Assert.Empty(_folder.Read("file"));
    }

    [Fact]
    public async Task Eval_ByteOrderMarkAndWindowsLineEnds_GiveTheSameDigits()
    {
        Write("windows.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", Table) + "\r\n")]);
        (await EvalAsync("ok.csv", "--out", "unix")).AssertSucceeded();
        (await EvalAsync("windows.csv", "--out", "windows")).AssertSucceeded();
        Assert.Equal(_folder.Read("unix/results.jsonl").Split('\n').Order(), _folder.Read("windows/results.jsonl").Split('\n').Order());
        Assert.Equal(_folder.Read("unix/report.csv"), _folder.Read("windows/report.csv"));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task Eval_LandmarksThatAreNoNumbers_AreAFailedSampleAmongOthers(float value)
    {
        WriteDamagedPoses("damaged.pose", value);
        Write("data.csv", Encoding.UTF8.GetBytes($"id,file,gloss\na,{Pose},where\nb,damaged.pose,where\n"));
        (await EvalAsync("data.csv", "--out", "run", "--perturb", "fps=5;jitter=0.05;mirror")).AssertSucceeded();
        using var report = JsonDocument.Parse(_folder.Read("run/report.json"));
        var failed = Assert.Single(report.RootElement.GetProperty("failed").EnumerateArray());
        Assert.Equal("b", failed.GetProperty("id").GetString());
        Assert.Contains("damaged.pose' ", failed.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report.RootElement.GetProperty("scores").GetRawText(), StringComparison.Ordinal);
        Assert.All(report.RootElement.GetProperty("robustness").EnumerateArray(), t => Assert.All(t.GetProperty("rows").EnumerateArray(), r => Assert.Equal(1, r.GetProperty("failed").GetInt32())));
    }

    [Fact]
    public async Task Eval_TwoIntoOneFolder_TheSecondIsRefusedAndTheFirstIsWhole()
    {
        const int Rows = 3000;
        Write("many.csv", Encoding.UTF8.GetBytes("id,file,gloss\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"s{i},{Pose},where\n"))));
        using var first = await CliProcess.StartAsync(_folder, "eval", "many.csv", "--out", "run", "--device", "cpu");
        while (!File.Exists(_folder["run/results.jsonl"]) || new FileInfo(_folder["run/results.jsonl"]).Length == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        (await EvalAsync("many.csv", "--out", "run")).AssertFailed(5, "results.jsonl", "end the other run that writes there");
        (await CliProcess.RunAsync(_folder, "compare", "run", "run")).AssertFailed(1, "results.jsonl", "wait for the run");
        (await first.EndAsync(await first.Output.ReadToEndAsync(TestContext.Current.CancellationToken))).AssertSucceeded();
        Assert.Equal(Rows, File.ReadLines(_folder["run/results.jsonl"]).Count());
    }

    [Fact]
    public async Task Eval_ChangedDataSet_IsNotMixedIntoTheRun()
    {
        (await EvalAsync("ok.csv", "--out", "run")).AssertSucceeded();
        Write("ok.csv", Encoding.UTF8.GetBytes(string.Join('\n', Table).Replace("\na,", "\nother,", StringComparison.Ordinal) + "\n"));
        (await EvalAsync("ok.csv", "--out", "run")).AssertFailed(1, "has 'other' where it had 'a'");
    }

    [Fact]
    public async Task Compare_RunsOverDifferentData_IsRefusedAndWritesNothing()
    {
        Write("other.csv", Encoding.UTF8.GetBytes($"id,file,gloss\na,{Pose},dog\n"));
        Write("elsewhere.csv", Encoding.UTF8.GetBytes($"id,file,gloss\nz,{Pose},where\n"));
        foreach (var name in (string[])["ok", "other", "elsewhere"])
            (await EvalAsync($"{name}.csv", "--out", name)).AssertSucceeded();
        (await CompareAsync("ok", "other")).AssertFailed(1, "The sample 'a' shows something else in 'other' than in 'ok'");
        (await CompareAsync("ok", "elsewhere")).AssertFailed(1, "have no samples in common");
        (await CompareAsync("ok", "nowhere")).AssertFailed(1, "'nowhere' holds no run");
        Assert.False(File.Exists(_folder["comparison.json"]));
    }

    [Fact]
    public async Task Merge_WholeRun_IsRefusedAndWritesNothing()
    {
        (await EvalAsync("ok.csv", "--out", "run")).AssertSucceeded();
        (await CliProcess.RunAsync(_folder, "merge", "run", "--out", "merged")).AssertFailed(1, "'run' is a whole run, expected one that was begun with --shard");
        Assert.False(Path.Exists(_folder["merged"]));
    }

    private Task<CliResult> EvalAsync(params string[] arguments) => CliProcess.RunAsync(_folder, ["eval", .. arguments, "--device", "cpu"]);

    private Task<CliResult> CompareAsync(string baseline, string system) =>
        CliProcess.RunAsync(_folder, "compare", baseline, system, "--format", "json", "-o", "comparison.json");

    private void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(_folder[name], content);

    // The coordinates stand behind the header and in front of the confidences, x, y and z of each point of each frame.
    private void WriteDamagedPoses(string name, float value)
    {
        var poses = PoseFileReader.Read(Pose);
        PoseFileWriter.Write(_folder[name], poses);
        var bytes = File.ReadAllBytes(_folder[name]);
        var wrist = poses.Frames[10].Part("body")[15];
        Span<byte> x = stackalloc byte[4], damage = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(x, wrist.X);
        BinaryPrimitives.WriteSingleLittleEndian(damage, value);
        damage.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(x)));
        File.WriteAllBytes(_folder[name], bytes);
    }
}
