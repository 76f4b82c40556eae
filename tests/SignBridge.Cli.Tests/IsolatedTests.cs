using System.Text.Json;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class IsolatedTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Isolated_OneSign_HasOneGlossWithItsBestReadings()
    {
        // "dog" of "where dog".
        Cut("where-dog", 1.4, 3.0, "sign.pose");
        var run = (await TranslateAsync("sign.pose", "--best", "3")).AssertSucceeded();
        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal(["dog"], result.Glosses());
        var best = result.GetProperty("glosses")[0].GetProperty("alternatives").EnumerateArray().ToList();
        Assert.Equal(3, best.Count);
        Assert.Equal("dog", best[0].GetProperty("gloss").GetString());
        Assert.Equal(best.Select(Confidence).OrderDescending(), best.Select(Confidence));
    }

    [Fact]
    public async Task Isolated_WhereNothingIsCertain_AbstainsAndNamesTheNearest()
    {
        // Half a second between two signs.
        Cut("please-wait", 0.9, 1.4, "movement.pose");
        var run = (await TranslateAsync("movement.pose")).AssertSucceeded();
        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal(["?"], result.Glosses());
        Assert.Contains("abstained", result.NoticeCodes());
        Assert.Matches(@"movement\.pose: The sign was not recognised for certain; nearest are .+ \(\d+ %\), .+\.$", Assert.Single(run.ErrorLines));
    }

    private static double Confidence(JsonElement alternative) => alternative.GetProperty("confidence").GetDouble();

    private void Cut(string sample, double from, double to, string name)
    {
        var poses = PoseFileReader.Read(SampleClip.Named(sample).Poses);
        var frames = poses.Frames.Where(f => f.Time.TotalSeconds >= from && f.Time.TotalSeconds < to).ToList();
        PoseFileWriter.Write(_folder[name], poses with { Frames = frames });
    }

    private Task<CliResult> TranslateAsync(string input, params string[] more) =>
        CliProcess.RunAsync(_folder, ["translate", input, "--mode", "isolated", "--format", "json", "--device", "cpu", .. more]);
}
