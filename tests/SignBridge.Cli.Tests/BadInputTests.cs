using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class BadInputTests(BadInputsRun run) : IClassFixture<BadInputsRun>
{
    public static TheoryData<string> Failing => [.. BadInputsRun.Failing.Keys];

    public static TheoryData<string> Readable => [.. BadInputsRun.Readable];

    [Theory]
    [MemberData(nameof(Failing))]
    public void Translate_BadInput_SaysWhyInOneSentence(string input)
    {
        var result = run.Result.Results.Of(input);
        ResultSchema.AssertValid(result);
        var error = result.Error();
        Assert.NotNull(error);
        Assert.Contains(BadInputsRun.Failing[input], error, StringComparison.Ordinal);
        Assert.Contains(input.StartsWith("camera", StringComparison.Ordinal) ? "63" : input, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        Assert.Equal($"signbridge: {error}", Assert.Single(run.Result.ErrorLines, l => l.Contains(error, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void Translate_OddInputAmongBadOnes_IsStillRead(string input)
    {
        var result = run.Result.Results.Of(input);
        ResultSchema.AssertValid(result);
        Assert.Null(result.Error());
        Assert.Equal(SampleClip.Named("where-dog").Text, result.Text());
    }

    [Fact]
    public void Translate_TruncatedVideo_ReadsWhatIsThereAndSaysSo()
    {
        Assert.Contains("truncated-video", run.Result.Results.Of("cut-short.mp4").NoticeCodes());
        Assert.Contains(run.Result.ErrorLines, l => l.StartsWith("signbridge: cut-short.mp4: ", StringComparison.Ordinal) && l.Contains("is cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void Translate_BadInputs_EndsWithOneResultEachAndNothingElse()
    {
        Assert.Equal(1, run.Result.ExitCode);
        Assert.Equal(BadInputsRun.Failing.Count + BadInputsRun.Readable.Count, run.Result.Results.Count);
        var notices = run.Result.Results.Where(r => r.Error() is null).Sum(r => r.NoticeCodes().Count);
        Assert.Equal(BadInputsRun.Failing.Count + notices, run.Result.ErrorLines.Count);
    }

    [Theory]
    [InlineData("missing.mp4")]
    [InlineData("text.mp4")]
    public async Task Translate_OneBadInput_HasNoOutput(string input)
    {
        using var folder = new WorkFolder();
        File.WriteAllText(folder["text.mp4"], "A letter.");
        var result = await CliProcess.RunAsync(folder, "translate", input, "--text", "plain", "--device", "cpu", "-o", "result.txt");
        result.AssertFailed(1, input);
        Assert.False(File.Exists(folder["result.txt"]));
    }
}
