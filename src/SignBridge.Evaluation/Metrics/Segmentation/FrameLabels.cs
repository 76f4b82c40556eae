namespace SignBridge.Evaluation.Metrics.Segmentation;

/// <summary>The labels of the frames of a clip: B for the first frame of a segment, I for its others, O for those in none.</summary>
internal static class FrameLabels
{
    /// <summary>Labels frames: a segment has the frames from its start on that are shown before its end, and at least the first of them.</summary>
    /// <remarks>Of overlapping segments the later one counts. What lies behind the last frame is left out.</remarks>
    public static FrameLabel[] Of(IEnumerable<Segment> segments, SegmentedClip clip)
    {
        var labels = new FrameLabel[clip.FrameCount];
        foreach (var segment in segments.OrderBy(s => s.Start))
        {
            var first = Math.Max(0, FirstFrameFrom(segment.Start, clip.FramesPerSecond));
            if (first >= labels.Length)
                continue;
            var end = Math.Clamp(FirstFrameFrom(segment.End, clip.FramesPerSecond), first + 1, labels.Length);
            labels[first] = FrameLabel.Beginning;
            labels.AsSpan(first + 1, end - first - 1).Fill(FrameLabel.Inside);
        }

        return labels;
    }

    // Rounded first: 0.28 s at 25 frames/s are 7 frames, not 7.000000000000001.
    private static int FirstFrameFrom(TimeSpan time, double rate) => (int)Math.Ceiling(Math.Round(time.TotalSeconds * rate, 6));
}
