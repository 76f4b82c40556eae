using OpenCvSharp;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Cli.Tests;

public sealed class FormatTests : IDisposable
{
    private static readonly SampleClip Sample = SampleClip.Named("where-dog");

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_OfOneInput_IsTheSentence()
    {
        var run = await TranslateAsync(Sample.Poses);
        Assert.Equal((0, Sample.Text + "\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Text_WithBeams_IsASentenceToo() =>
        Assert.Equal(Sample.Text + "\n", (await TranslateAsync(Sample.Poses, "--beams", "4")).AssertSucceeded().Output);

    [Fact]
    public async Task Json_OfOneInput_IsOneObject()
    {
        var run = (await TranslateAsync(Sample.Poses, "--format", "json")).AssertSucceeded();
        Assert.StartsWith("{\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
        ResultSchema.AssertValid(Assert.Single(run.Results));
    }

    [Fact]
    public async Task Json_OfOneBadInput_IsItsError()
    {
        var run = await TranslateAsync("missing.pose", "--format", "json", "--text", "plain");
        Assert.Equal(1, run.ExitCode);
        var result = Assert.Single(run.Results);
        ResultSchema.AssertValid(result);
        Assert.Equal($"signbridge: {result.Error()}", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Srt_HasOneCueASentence() => Assert.Matches(
        @"^1\n00:00:00,\d{3} --> 00:00:0\d,\d{3}\nWhere dog\.\n\n$",
        (await TranslateAsync(Sample.Poses, "--format", "srt", "--text", "plain")).AssertSucceeded().Output);

    [Fact]
    public async Task Vtt_BeginsWithItsSignature() => Assert.Matches(
        @"^WEBVTT\n\n00:00:00\.\d{3} --> 00:00:0\d\.\d{3}\nWhere dog\.\n\n$",
        (await TranslateAsync(Sample.Poses, "--format", "vtt", "--text", "plain")).AssertSucceeded().Output);

    [Fact]
    public async Task StandardInput_WithPoses_IsRead()
    {
        var run = await CliProcess.RunAsync(_folder, Sample.Poses, ["translate", "-", "--device", "cpu", "--format", "json"]);
        Assert.Equal(("-", Sample.Text), (run.AssertSucceeded().Results[0].Input(), run.Results[0].Text()));
    }

    [Fact]
    public async Task StandardInput_WithAVideo_IsReadTwiceForAnOverlay()
    {
        var run = await CliProcess.RunAsync(_folder, Sample.Video, ["translate", "-", "--device", "cpu", "--text", "plain", "--overlay", "out.mp4"]);
        Assert.Equal("Where dog.\n", run.AssertSucceeded().Output);
        Assert.Empty(run.Errors);
        await AssertDrawnAsync(_folder["out.mp4"]);
    }

    [Fact]
    public async Task StandardInput_WithoutContent_IsAFailureThatNamesIt()
    {
        var run = await CliProcess.RunAsync(_folder, "", ["translate", "-", "--device", "cpu", "--text", "plain"]);
        run.AssertFailed(1, "'standard input' is empty");
    }

    [Fact]
    public async Task Overlay_OfPoses_IsDrawnOnBlack()
    {
        (await TranslateAsync(Sample.Poses, "--text", "plain", "--overlay", "out.mp4")).AssertSucceeded();
        using var video = new VideoFileSource(_folder["out.mp4"]);
        Assert.Equal((960, 720, 15.0), (video.Info.Width, video.Info.Height, video.Info.FramesPerSecond));
        await foreach (var frame in video.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                Assert.True(Cv2.Mean(frame.Image).Val1 is > 0 and < 100);
        }
    }

    [Fact]
    public async Task ImageFolder_AtItsRate_IsReadAsAVideo()
    {
        Directory.CreateDirectory(_folder["images"]);
        using (var video = new VideoFileSource(Sample.Video))
        {
            await foreach (var frame in video.ReadAsync(TestContext.Current.CancellationToken))
            {
                using (frame)
                {
                    // Every second one: 15 frames/s.
                    if (frame.Index % 2 == 0)
                        Cv2.ImWrite(Path.Combine(_folder["images"], $"{frame.Index}.jpg"), frame.Image);
                }
            }
        }

        var run = (await TranslateAsync("images", "--fps", "15", "--format", "json", "--text", "plain")).AssertSucceeded();
        Assert.Equal(("Where dog.", 15.0), (run.Results[0].Text(), run.Results[0].GetProperty("fps").GetDouble()));
    }

    private static async Task AssertDrawnAsync(string path)
    {
        using var before = new VideoFileSource(Sample.Video);
        using var after = new VideoFileSource(path);
        Assert.Equal(before.Info, after.Info);
        var originals = before.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await using (originals)
        {
            await foreach (var frame in after.ReadAsync(TestContext.Current.CancellationToken))
            {
                Assert.True(await originals.MoveNextAsync());
                using (frame)
                using (var original = originals.Current)
                using (var difference = new Mat())
                {
                    Cv2.Absdiff(frame.Image, original.Image, difference);
                    Cv2.MinMaxLoc(difference.Reshape(1), out _, out double largest);
                    Assert.True(largest > 60, $"frame {frame.Index} differs by at most {largest}");
                }
            }

            Assert.False(await originals.MoveNextAsync());
        }
    }

    private Task<CliResult> TranslateAsync(string input, params string[] more) => CliProcess.RunAsync(_folder, ["translate", input, "--device", "cpu", .. more]);
}
