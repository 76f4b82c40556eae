using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

public sealed class SignRecognizerTests(LoadedRecognizer loaded)
{
    private readonly SignRecognizer _recognizer = loaded.Recognizer;

    [Fact]
    public void Load_ShippedPackage_ReadsCardAndLabels()
    {
        Assert.Equal(("asl-signs", "mediapipe-holistic", 15.0, 2), (_recognizer.Card.Name, _recognizer.Card.Extractor, _recognizer.Card.Input.Fps, _recognizer.Card.Input.FramesPerStep));
        Assert.Equal((391, "TV", "zipper"), (_recognizer.Labels.Count, _recognizer.Labels[0], _recognizer.Labels[249]));
    }

    [Fact]
    public void RecognizeIsolated_OneSign_NamesItOverTheWholeClipWithTheBestReadings()
    {
        var clip = Golden("thankyou");

        var result = _recognizer.RecognizeIsolated(clip);

        var gloss = Assert.Single(result.Glosses);
        Assert.Equal("thankyou", gloss.Name);
        Assert.Equal((TimeSpan.Zero, clip.Duration), (gloss.Start, gloss.End));
        Assert.Equal(5, gloss.Alternatives.Count);
        Assert.Equal(new GlossAlternative("thankyou", gloss.Confidence), gloss.Alternatives[0]);
        Assert.Equal(gloss.Alternatives.OrderByDescending(a => a.Confidence), gloss.Alternatives);
        Assert.Empty(result.Notices);
    }

    [Fact]
    public void RecognizeIsolated_NoLabelAboveTheThreshold_AbstainsAndStillShowsTheReadings()
    {
        var gloss = Assert.Single(_recognizer.RecognizeIsolated(Golden("random")).Glosses);

        Assert.True(gloss.IsUnknown);
        Assert.Equal(5, gloss.Alternatives.Count);
        Assert.True(gloss.Alternatives[0].Gloss == Gloss.Unknown || gloss.Alternatives[0].Confidence < _recognizer.Card.Output.Threshold);
    }

    [Theory]
    [InlineData(false, "nobody-in-view")]
    [InlineData(true, "no-hands")]
    public void Recognize_WithoutHands_SaysSoAndInventsNothing(bool body, string code)
    {
        var clip = body ? Golden("where-dog").Map((_, part, l) => part == "body" ? l : Landmark.Absent) : Poses.Nobody(20);

        var isolated = _recognizer.RecognizeIsolated(clip);
        var continuous = _recognizer.RecognizeContinuous(clip);

        var gloss = Assert.Single(isolated.Glosses);
        Assert.True(gloss.IsUnknown);
        Assert.Empty(gloss.Alternatives);
        Assert.Empty(continuous.Glosses);
        Assert.Equal([code, code], isolated.Notices.Concat(continuous.Notices).Select(n => n.Code));
    }

    [Fact]
    public void Recognize_EmptyClip_IsNobodyInView()
    {
        var clip = Poses.Nobody(0);

        Assert.Equal("nobody-in-view", Assert.Single(_recognizer.RecognizeContinuous(clip).Notices).Code);
        Assert.True(Assert.Single(_recognizer.RecognizeIsolated(clip).Glosses).IsUnknown);
    }

    [Theory]
    [InlineData("rtmpose")]
    [InlineData(null)]
    public void Recognize_PosesOfAnotherExtractor_SaysSoAndGoesOn(string? extractor)
    {
        var clip = Golden("thankyou") with { Extractor = extractor };

        var notice = Assert.Single(_recognizer.RecognizeIsolated(clip).Notices);

        Assert.Equal("extractor-mismatch", notice.Code);
        Assert.Contains(extractor ?? "unknown", notice.Message, StringComparison.Ordinal);
        Assert.Contains(_recognizer.RecognizeContinuous(clip).Glosses, g => g.Name == "thankyou");
    }

    [Fact]
    public void Recognize_PosesWithoutHandLandmarks_AreRefused()
    {
        var clip = Poses.Sequence(SkeletonLayout.Parse("body33"), [PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.Parse("body33"))]);

        Assert.Equal(FailureKind.Input, Assert.Throws<SignBridgeException>(() => _recognizer.RecognizeIsolated(clip)).Kind);
        Assert.Equal(FailureKind.Input, Assert.Throws<SignBridgeException>(() => _recognizer.RecognizeContinuous(clip)).Kind);
        Assert.Equal(FailureKind.Input, Assert.Throws<SignBridgeException>(() => _recognizer.Run(clip)).Kind);
    }

    [Fact]
    public void Run_EmptyClip_IsRefused() =>
        Assert.Equal(FailureKind.Input, Assert.Throws<SignBridgeException>(() => _recognizer.Run(Poses.Nobody(0))).Kind);

    [Fact]
    public void Run_OddFrames_EqualsTheClipWithAnAbsentFrame()
    {
        var clip = Golden("where-dog");
        var odd = clip with { Frames = [.. clip.Frames.Take(43)] };
        var padded = clip with { Frames = [.. clip.Frames.Take(43), PoseFrame.Empty(clip.Frames[43].Time, clip.Layout)] };

        Assert.Equal(22, _recognizer.Run(odd).Steps);
        Assert.Equal(_recognizer.Run(padded).LogProbs.ToArray(), _recognizer.Run(odd).LogProbs.ToArray());
    }

    [Fact]
    public void Run_StepOutsideOfTheOutput_Throws()
    {
        var output = _recognizer.Run(Golden("nothing"));

        Assert.Equal(393, output.Step(1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Step(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Step(-1).Length);
    }

    [Fact]
    public async Task Recognize_ManyStreamsAtOnce_GivesWhatEachGivesAlone()
    {
        PoseSequence[] clips = [Golden("mom-like-cat"), Golden("where-dog"), Golden("please-wait"), Golden("thankyou")];
        var alone = clips.Select(Describe).ToArray();

        var together = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(() => Describe(clips[i % clips.Length]), TestContext.Current.CancellationToken)));

        for (var i = 0; i < together.Length; i++)
            Assert.Equal(alone[i % clips.Length], together[i]);
    }

    [Fact]
    public void Recognize_Options_DecideBeamAndReadings()
    {
        using var narrow = SignRecognizer.Load(Package, LoadedRecognizer.Sessions, new RecognitionOptions { Best = 2, BeamWidth = 1 });

        Assert.Equal(2, Assert.Single(narrow.RecognizeIsolated(Golden("thankyou")).Glosses).Alternatives.Count);
        Assert.All(narrow.RecognizeContinuous(Golden("where-dog")).Glosses, g => Assert.Equal((1.0, 0), (g.Confidence, g.Alternatives.Count)));
    }

    [Fact]
    public void Options_BelowOne_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecognitionOptions { Best = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecognitionOptions { BeamWidth = 0 });
    }

    [Theory]
    [InlineData("airplane")]
    [InlineData("book")]
    [InlineData("cat")]
    [InlineData("drink")]
    [InlineData("hello")]
    [InlineData("thankyou")]
    public void RecognizeIsolated_RealClip_HasItsSignAmongTheBestTwo(string sign)
    {
        Assert.SkipWhen(ExternalData.GoldenPose is null, ExternalData.Reason);
        var file = Path.Combine(ExternalData.GoldenPose, sign + ".pose");

        var gloss = Assert.Single(_recognizer.RecognizeIsolated(PoseFile.Read(file, every: 2)).Glosses);

        Assert.Contains(sign, gloss.Alternatives.Take(2).Select(a => a.Gloss));
    }

    private static ModelPackage Package => ModelPackage.Open(Path.Combine(Repository.Models, "asl-signs"));

    private static PoseSequence Golden(string name) => Poses.FromArray(NumpyArray.Read(Repository.Golden("recognition", $"{name}.landmarks.npy")).Values);

    private string Describe(PoseSequence clip) => string.Join('\n', _recognizer.RecognizeContinuous(clip).Glosses
        .Concat(_recognizer.RecognizeIsolated(clip).Glosses)
        .Select(g => FormattableString.Invariant($"{g.Name} {g.Start} {g.End} {g.Confidence:R} {string.Join(' ', g.Alternatives)}")));
}
