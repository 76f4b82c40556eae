namespace SignBridge.Evaluation.Clips;

/// <summary>What a <c>.pose</c> file has no field for.</summary>
internal sealed record StoredFacts(double FramesPerSecond, TimeSpan Duration, double? Brightness, IReadOnlyList<Notice> Notices)
{
    public static StoredFacts Of(SampleClip clip) => new(clip.Clip.FramesPerSecond, clip.Clip.Duration, clip.Brightness, clip.Clip.SourceNotices);
}
