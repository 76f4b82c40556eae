namespace SignBridge.Recognition.Tests;

/// <summary>A recogniser of the signs a and b at 10 frames/s, two frames a step: classes blank, a, b, unknown.</summary>
public sealed class ContinuousDecoderTests
{
    private const int A = 1;
    private const int B = 2;
    private const int Unknown = 3;

    private static readonly RecognitionCard Card = new()
    {
        Name = "two-signs",
        Input = new RecognitionInputCard
        {
            Name = "landmarks", Layout = "body33-left21-right21", Coordinates = "pixels", Values = "xy", Absent = "nan", Fps = 10, FramesPerStep = 2,
        },
        Output = new RecognitionOutputCard { Ctc = "log_probs", Labels = "labels.txt", Unknown = "last", Threshold = 0.4 },
    };

    [Fact]
    public void Decode_TwoSigns_HaveTheTimesOfTheirSteps()
    {
        var glosses = Decode(Steps(10, (2, A), (3, A), (7, B)), Clip(20, _ => true, start: 5));

        Assert.Equal(["a", "b"], glosses.Select(g => g.Name));
        Assert.Equal([(5.4, 5.8), (6.4, 6.6)], glosses.Select(g => (g.Start.TotalSeconds, g.End.TotalSeconds)));
        Assert.All(glosses, g => Assert.True(g.Confidence > 0.9));
    }

    [Fact]
    public void Decode_SignInThePaddedLastStep_EndsWithTheClip()
    {
        var gloss = Assert.Single(Decode(Steps(5, (4, A)), Clip(9, _ => true)));

        Assert.Equal((0.8, 0.9), (gloss.Start.TotalSeconds, gloss.End.TotalSeconds));
    }

    [Fact]
    public void Decode_UnknownClass_IsTheUnknownGloss() =>
        Assert.True(Assert.Single(Decode(Steps(5, (2, Unknown)), Clip(10, _ => true))).IsUnknown);

    [Fact]
    public void Decode_DoubtfulSign_NamesItsRivalsBestFirst()
    {
        var output = Output([Row(0.97, 0.01, 0.01, 0.01), Row(0.02, 0.55, 0.28, 0.15), Row(0.97, 0.01, 0.01, 0.01)]);

        var gloss = Assert.Single(Decode(output, Clip(6, _ => true)));

        Assert.Equal("a", gloss.Name);
        Assert.InRange(gloss.Confidence, 0.5, 0.6);
        Assert.Equal(["b", "?"], gloss.Alternatives.Select(a => a.Gloss));
        Assert.InRange(gloss.Alternatives[0].Confidence, 0.25, 0.31);
        Assert.True(gloss.Confidence + gloss.Alternatives.Sum(a => a.Confidence) <= 1 + 1e-9);
    }

    [Fact]
    public void Decode_MoreRivalsThanAskedFor_AreCut()
    {
        var output = Output([Row(0.02, 0.55, 0.28, 0.15)]);

        Assert.Single(Assert.Single(Decode(output, Clip(2, _ => true), new RecognitionOptions { Best = 1 })).Alternatives);
    }

    [Fact]
    public void Decode_NoHandsNearASign_ReadsNothingThere()
    {
        // Hands leave at 2 s; the sign at 1 s is read, the one at 3 s was made by nobody.
        var glosses = Decode(Steps(20, (5, A), (15, B)), Clip(40, frame => frame < 20));

        Assert.Equal(["a"], glosses.Select(g => g.Name));
    }

    [Fact]
    public void Decode_HandsLostForMoments_ReadsTheSign()
    {
        var glosses = Decode(Steps(20, (5, A)), Clip(40, frame => frame is < 8 or > 13));

        Assert.Equal(["a"], glosses.Select(g => g.Name));
    }

    private static IReadOnlyList<Gloss> Decode(RecognizerOutput output, PoseSequence clip, RecognitionOptions? options = null) =>
        new ContinuousDecoder(Card, ["a", "b"], options ?? new RecognitionOptions()).Decode(output, clip, new HandVisibility(clip));

    private static RecognizerOutput Steps(int count, params (int Step, int Class)[] emissions)
    {
        var rows = Enumerable.Range(0, count).Select(_ => Row(0.997, 0.001, 0.001, 0.001)).ToArray();
        foreach (var (step, label) in emissions)
            (rows[step][0], rows[step][label]) = (rows[step][label], rows[step][0]);
        return Output(rows);
    }

    private static float[] Row(params double[] probabilities) => [.. probabilities.Select(p => (float)Math.Log(p))];

    private static RecognizerOutput Output(float[][] rows) => new(rows.Length, rows.SelectMany(r => r).ToArray(), default, default);

    private static PoseSequence Clip(int frames, Func<int, bool> hands, double start = 0)
    {
        var layout = SkeletonLayout.HolisticWithoutFace;
        return Poses.Sequence(layout, [.. Enumerable.Range(0, frames).Select(i => new PoseFrame(
            TimeSpan.FromSeconds(start + (i / 10.0)),
            layout,
            [.. Enumerable.Range(0, layout.Count).Select(l => l < 33 || hands(i) ? new Landmark(l, i, 0, 1) : Landmark.Absent)]))]) with { FramesPerSecond = 10 };
    }
}
