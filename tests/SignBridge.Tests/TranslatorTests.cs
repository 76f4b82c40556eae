using SignBridge.Onnx;
using SignBridge.Pose.Files;
using SignBridge.Testing;
using SignBridge.Translation;
using SignBridge.Video;

namespace SignBridge.Tests;

public sealed class TranslatorTests(ShippedModels models)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Samples => [.. SampleClip.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Translate_SamplePoses_StandInBothPhasesOfTheFrameRate(string name)
    {
        // 30 frames/s in the file, 15 for the recogniser: it sees the even frames or the odd ones.
        var even = PoseFileReader.Read(SampleClip.Named(name).Poses);
        var odd = even with { Frames = [.. even.Frames.Skip(1)] };
        Assert.Equal(30, even.FramesPerSecond);
        await AssertReadsAsync(name, even);
        await AssertReadsAsync(name, odd);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Translate_SamplePosesWithNoise_Stand(string name)
    {
        var poses = PoseFileReader.Read(SampleClip.Named(name).Poses);
        for (var seed = 1; seed <= 3; seed++)
            await AssertReadsAsync(name, Noisy(poses, seed, pixels: 2));
    }

    [Fact]
    public async Task Translate_PosesAtManyRates_ReadTheSame()
    {
        var poses = PoseFileReader.Read(SampleClip.Named("where-dog").Poses);
        foreach (var rate in (double[])[15, 24, 60])
            Assert.Equal(["where", "dog"], Names(await models.Translator.TranslateAsync("clip", poses.Resample(rate), RecognitionMode.Continuous, null, Token)));
    }

    [Fact]
    public async Task Translate_LongPauseBetweenSentences_GivesACaptionEach()
    {
        var (first, second) = (PoseFileReader.Read(SampleClip.Named("where-dog").Poses), PoseFileReader.Read(SampleClip.Named("who-cry").Poses));
        var pause = Enumerable.Range(0, 120).Select(_ => PoseFrame.Empty(default, first.Layout));
        var frames = first.Frames.Concat(pause).Concat(second.Frames).Select((f, k) => f.At(TimeSpan.FromSeconds(k / 30.0)));
        var result = await models.Translator.TranslateAsync("clip", first with { Frames = [.. frames] }, RecognitionMode.Continuous, null, Token);
        Assert.Equal(["Where is the dog?", "Who is crying?"], result.Captions.Select(c => c.Text));
        Assert.Equal("Where is the dog? Who is crying?", result.Text);
        Assert.True(result.Captions[1].Start - result.Captions[0].End > TimeSpan.FromSeconds(4));
        Assert.Equal((result.Glosses[0].Start, result.Glosses[^1].End), (result.Captions[0].Start, result.Captions[1].End));
    }

    [Fact]
    public async Task Translate_Poses_ResultNamesInputModelsAndNotices()
    {
        var poses = PoseFileReader.Read(SampleClip.Named("where-dog").Poses) with { Extractor = "openpose" };
        var result = await models.Translator.TranslateAsync("clip", poses, RecognitionMode.Continuous, [new Notice("several-people", "Two.")], Token);
        Assert.Equal(("clip", 30.0, poses.Duration), (result.Input, result.FramesPerSecond, result.Duration));
        Assert.Equal(new ModelNames("openpose", "asl-signs", "gloss2text-en"), result.Models);
        Assert.Equal(["several-people", "extractor-mismatch"], result.Notices.Select(n => n.Code));
        Assert.Equal(new DeviceReport("cpu", "cpu", null), result.Device);
        Assert.Equal(15, result.Poses.FramesPerSecond);
    }

    [Fact]
    public async Task Translate_ClipsAtTheSameTime_ReadAsOneAfterAnother()
    {
        var results = await Task.WhenAll(SampleClip.All.Select(s => models.Translator.TranslateAsync(
            s.Name, PoseFileReader.Read(s.Poses), RecognitionMode.Continuous, null, Token)));
        Assert.Equal(SampleClip.All.Select(s => s.Text), results.Select(r => r.Text));
    }

    [Fact]
    public async Task Translate_Video_CountsItsFramesAndLeavesTheSourceOpen()
    {
        using var source = new VideoFileSource(SampleClip.Named("where-dog").Video);
        var poses = 0;
        var result = await models.Translator.TranslateAsync("clip", source, RecognitionMode.Continuous, () => poses++, Token);
        Assert.Equal(["where", "dog"], Names(result));
        Assert.Equal(result.Poses.Frames.Count, poses);
        Assert.Equal(Math.Round(89 / 30.0, 6), Math.Round(result.Duration.TotalSeconds, 6));
        Assert.Equal(["body", "frames", "left", "pose", "recognition", "right", "translation"], models.Translator.Statistics.Select(s => s.Stage).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Translate_Cancelled_Ends()
    {
        using var source = new VideoFileSource(SampleClip.Named("where-dog").Video);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var poses = 0;
        var translation = models.Translator.TranslateAsync("clip", source, RecognitionMode.Continuous, () =>
        {
            if (++poses == 3)
                stop.Cancel();
        }, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => translation);
        Assert.InRange(poses, 3, 8);
    }

    [Fact]
    public async Task Translate_NobodyInView_IsRefused()
    {
        var poses = PoseFileReader.Read(SampleClip.Named("where-dog").Poses);
        var nobody = poses with { Frames = [.. poses.Frames.Select(f => PoseFrame.Empty(f.Time, f.Layout))] };
        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => models.Translator.TranslateAsync("clip", nobody, RecognitionMode.Isolated, null, Token));
        Assert.Equal(FailureKind.Input, failure.Kind);
    }

    [Fact]
    public async Task Load_WithoutVideo_ReadsPosesOnly()
    {
        var options = new TranslatorOptions { ReadsVideo = false, Text = new PlainTranslator() };
        using var translator = await TranslatorLoader.LoadAsync(ShippedModels.Catalog, ShippedModels.Sessions, options, TimeProvider.System);
        var poses = PoseFileReader.Read(SampleClip.Named("where-dog").Poses);
        Assert.Equal("Where dog.", (await translator.TranslateAsync("clip", poses, RecognitionMode.Continuous, null, Token)).Text);
        using var source = new VideoFileSource(SampleClip.Named("where-dog").Video);
        await Assert.ThrowsAsync<InvalidOperationException>(() => translator.TranslateAsync("clip", source, RecognitionMode.Continuous, null, Token));
    }

    [Fact]
    public async Task Load_UnknownModel_IsRefused()
    {
        var options = new TranslatorOptions { Models = ["bsl-signs"] };
        var failure = await Assert.ThrowsAsync<SignBridgeException>(
            () => TranslatorLoader.LoadAsync(ShippedModels.Catalog, ShippedModels.Sessions, options, TimeProvider.System));
        Assert.Equal(FailureKind.Model, failure.Kind);
    }

    private async Task AssertReadsAsync(string name, PoseSequence poses)
    {
        var sample = SampleClip.Named(name);
        var result = await models.Translator.TranslateAsync(name, poses, RecognitionMode.Continuous, null, Token);
        Assert.Equal(sample.Glosses, Names(result));
    }

    private static IReadOnlyList<string> Names(TranslationResult result) => [.. result.Glosses.Select(g => g.Name)];

    private static PoseSequence Noisy(PoseSequence poses, int seed, float pixels)
    {
        var random = new Random(seed);
        return poses with { Frames = [.. poses.Frames.Select(f => new PoseFrame(f.Time, f.Layout, Array.ConvertAll(f.Landmarks.ToArray(), Move)))] };

        Landmark Move(Landmark l) => l with { X = l.X + Shift(), Y = l.Y + Shift() };

        float Shift() => ((2 * random.NextSingle()) - 1) * pixels;
    }
}
