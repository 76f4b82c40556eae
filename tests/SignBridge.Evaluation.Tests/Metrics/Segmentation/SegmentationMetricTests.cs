using SignBridge.Evaluation.Metrics.Segmentation;

namespace SignBridge.Evaluation.Tests.Metrics.Segmentation;

public sealed class SegmentationMetricTests
{
    private const double Rate = 25;

    [Fact]
    public void Of_LabelsOfThirtyFrames_AreMacroAveraged()
    {
        // Reference: B at 0, I at 1 to 9, O at 10 to 29. Predicted: B at 5, I at 6 to 14, O elsewhere.
        var clip = Clip([(0, 10)], [(5, 15)], frames: 30);

        // B: none is common. I: 6 to 9 are, of 9 + 9. O: 15 to 29 are, of 20 + 20.
        Assert.Equal(100 * (0 + 2 * 4 / 18.0 + 2 * 15 / 40.0) / 3, Value("sign-frame-f1", clip), 1e-9);
        // In a segment: 5 to 9 are common, of 10 + 10.
        Assert.Equal(100 * (2 * 5 / 20.0 + 2 * 15 / 40.0) / 2, Value("sign-frame-f1-io", clip), 1e-9);
        Assert.Equal(100 * 5 / 15.0, Value("sign-iou", clip), 1e-9);
        Assert.Equal(100, Value("sign-segments", clip), 1e-9);
    }

    [Fact]
    public void Of_AdjacentSegmentsFoundAsOne_OnlyTheLabelBSeesIt()
    {
        var clip = Clip([(0, 5), (5, 10)], [(0, 10)], frames: 10);

        Assert.Equal(100, Value("sign-iou", clip));
        Assert.Equal(100, Value("sign-frame-f1-io", clip));
        Assert.Equal(50, Value("sign-segments", clip));
        Assert.Equal(100 * (2 * 1 / 3.0 + 2 * 8 / 17.0) / 2, Value("sign-frame-f1", clip), 1e-9); // no O anywhere
    }

    [Theory]
    [InlineData(0, 0, 100, 100)]
    [InlineData(0, 3, 0, 300)]
    [InlineData(3, 0, 0, 0)]
    public void Of_NoSegments_AreAsInThePublishedCode(int reference, int predicted, double iou, double percentage)
    {
        var clip = Clip(Several(reference), Several(predicted), frames: 30);

        Assert.Equal(iou, Value("phrase-iou", clip));
        Assert.Equal(percentage, Value("phrase-segments", clip));

        static (int, int)[] Several(int count) => [.. Enumerable.Range(0, count).Select(i => (10 * i, 10 * i + 5))];
    }

    [Theory]
    [InlineData(0.28, 0.4, "OOOOOOOBIIOO")] // frame 7 is shown at 0.28 s exactly
    [InlineData(0.27, 0.41, "OOOOOOOBIIIO")]
    [InlineData(0.1, 0.1, "OOOBOOOOOOOO")] // at least one frame
    [InlineData(0.4, 9, "OOOOOOOOOOBI")]
    [InlineData(0.5, 9, "OOOOOOOOOOOO")] // behind the last frame
    public void Labels_Times_AreThoseOfTheFramesShown(double start, double end, string labels)
    {
        var segment = new Segment(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));

        Assert.Equal(labels, string.Concat(FrameLabels.Of([segment], new SegmentedClip([], [], 12, Rate)).Select(l => l.ToString()[0])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_RandomClips_AreSymmetricAndTheMeanOfTheirStatistics(int seed)
    {
        var random = new Random(seed);
        var clips = Enumerable.Range(0, 20).Select(_ => Clip(Random(random), Random(random), frames: 100)).ToList();
        var turned = clips.Select(c => c with { Reference = c.Predicted, Predicted = c.Reference }).ToList();
        foreach (var metric in SegmentationMetric.All(SegmentLevel.Sign).SkipLast(1))
        {
            Assert.Equal(metric.Of(clips).Value, metric.Of(turned).Value, 1e-9);
            Assert.Equal(100 * clips.Average(c => metric.Statistics(c)[0]), metric.Of(clips).Value, 1e-9);
            Assert.All(clips, c => Assert.Equal(1, metric.Statistics(c with { Predicted = c.Reference })[0], 1e-9));
            Assert.True(double.IsNaN(metric.Of([]).Value));
        }
    }

    private static (int, int)[] Random(Random random) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(i => (16 * i + random.Next(8), 16 * i + 8 + random.Next(8)))];

    private static double Value(string metric, SegmentedClip clip) =>
        SegmentationMetric.All(SegmentLevel.Sign).Concat(SegmentationMetric.All(SegmentLevel.Phrase)).Single(m => m.Name == metric).Of([clip]).Value;

    private static SegmentedClip Clip((int Start, int End)[] reference, (int Start, int End)[] predicted, int frames) =>
        new([.. reference.Select(Segment)], [.. predicted.Select(Segment)], frames, Rate);

    private static Segment Segment((int Start, int End) frames) => new(TimeSpan.FromSeconds(frames.Start / Rate), TimeSpan.FromSeconds(frames.End / Rate));
}
