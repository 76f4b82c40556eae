namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>A figure of one clip and its mean over the clips, in percent, as Moryossef et al. 2023, "Linguistically Motivated Sign Language
/// Segmentation", report them (code: sign-language-processing/segmentation).</summary>
/// <remarks>Their code labels the last frame of a clip O in any case; here it belongs to the segment that it is in.</remarks>
public sealed class SegmentationMetric
{
    private readonly Func<SegmentedClip, double> _value;

    private SegmentationMetric(string name, string signature, Func<SegmentedClip, double> value) => (Name, Signature, _value) = (name, signature, value);

    /// <summary>All metrics of a level.</summary>
    public static IReadOnlyList<SegmentationMetric> All(SegmentLevel level)
    {
        var name = level == SegmentLevel.Sign ? "sign" : "phrase";
        return
        [
            new(name + "-frame-f1", FrameF1("bio"), c => MacroF1(Labels(c.Reference, c), Labels(c.Predicted, c))),
            new(name + "-frame-f1-io", FrameF1("io"), c => MacroF1(Covered(c.Reference, c), Covered(c.Predicted, c))),
            new(name + "-iou", MetricSignature.Of(null, ("of", "frames"), ("empty", "1"), ("clips", "mean")), c => Overlap(Covered(c.Reference, c), Covered(c.Predicted, c))),
            new(name + "-segments", MetricSignature.Of(null, ("of", "predicted/reference"), ("best", "100"), ("clips", "mean")), Ratio),
        ];
    }

    /// <summary>For example <c>sign-iou</c>.</summary>
    public string Name { get; }

    /// <summary>All that decides the digits.</summary>
    public string Signature { get; }

    /// <summary>The statistics of one clip: its figure, 0 to 1 or above for the share of segments, and 1 for the clip.</summary>
    public double[] Statistics(SegmentedClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return [_value(clip), 1];
    }

    /// <summary>The mean in percent; NaN over no clips.</summary>
    /// <param name="statistics">The sum over the clips.</param>
    public static MetricValue Score(ReadOnlySpan<double> statistics) =>
        new(100 * statistics[0] / statistics[1], new Dictionary<string, double> { ["clips"] = statistics[1] });

    /// <summary>The score of a set of clips.</summary>
    public Score Of(IReadOnlyList<SegmentedClip> clips)
    {
        ArgumentNullException.ThrowIfNull(clips);
        var value = Score([clips.Sum(_value), clips.Count]);
        return new Score(Name, value.Value, Signature, value.Details);
    }

    private static string FrameF1(string classes) =>
        MetricSignature.Of(null, ("classes", classes), ("average", "macro"), ("labels", "shown+read"), ("zero", "0"), ("clips", "mean"));

    private static FrameLabel[] Labels(IReadOnlyList<Segment> segments, SegmentedClip clip) => FrameLabels.Of(segments, clip);

    /// <summary>B counts as I: a frame is in a segment or in none.</summary>
    private static FrameLabel[] Covered(IReadOnlyList<Segment> segments, SegmentedClip clip) =>
        Array.ConvertAll(FrameLabels.Of(segments, clip), l => l == FrameLabel.Outside ? l : FrameLabel.Inside);

    /// <summary>The mean over the labels that occur, as scikit-learn's <c>f1_score(average="macro", zero_division=0)</c>.</summary>
    private static double MacroF1(FrameLabel[] reference, FrameLabel[] predicted)
    {
        var (sum, labels) = (0.0, 0);
        foreach (var label in Enum.GetValues<FrameLabel>())
        {
            var counted = reference.AsSpan().Count(label) + predicted.AsSpan().Count(label);
            if (counted == 0)
                continue;
            sum += 2.0 * reference.Zip(predicted).Count(p => p.First == label && p.Second == label) / counted;
            labels++;
        }

        return labels == 0 ? 1 : sum / labels;
    }

    private static double Overlap(FrameLabel[] reference, FrameLabel[] predicted)
    {
        var pairs = reference.Zip(predicted).Where(p => p.First == FrameLabel.Inside || p.Second == FrameLabel.Inside).ToList();
        return pairs.Count == 0 ? 1 : (double)pairs.Count(p => p.First == p.Second) / pairs.Count;
    }

    private static double Ratio(SegmentedClip clip) => clip.Reference.Count > 0
        ? (double)clip.Predicted.Count / clip.Reference.Count
        : Math.Max(1, clip.Predicted.Count);
}
