using System.Globalization;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Counts what was found in clips. A few numbers a clip are kept.</summary>
internal sealed class ClipTally
{
    private const int MostExamples = 100;

    private readonly List<string> _failures = [];
    private readonly Tally _sizes = new();
    private readonly Tally _rates = new();
    private readonly Tally _notices = new();
    private readonly List<double> _seconds = [];
    private readonly List<PoseQuality> _poses = [];
    private long _read;
    private long _failed;

    /// <summary>Counts a clip.</summary>
    public void Add(ClipQuality clip)
    {
        if (clip.Failure is { } failure)
        {
            _failed++;
            if (_failures.Count < MostExamples)
                _failures.Add(failure);
            return;
        }

        _read++;
        if (clip.Size is { } size)
            _sizes.Add(string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"));
        _rates.Add(clip.FramesPerSecond.ToString("0.##", CultureInfo.InvariantCulture));
        _seconds.Add(clip.Seconds);
        if (clip.Poses is { } poses)
            _poses.Add(poses);
        foreach (var notice in clip.Notices)
            _notices.Add(notice.Code);
    }

    /// <summary>What was counted.</summary>
    public ClipSummary Summary() => new(_read, _failures, _failed, _sizes.Counts, _rates.Counts, Distribution.Of(_seconds), _notices.Counts, _poses.Count == 0 ? null : Poses());

    private PoseSummary Poses() => new(
        Distribution.Of(_poses.Select(p => p.WithoutBody))!,
        Distribution.Of(_poses.Select(p => p.WithoutHands))!,
        Distribution.Of(_poses.Select(p => p.HandsCutOff))!,
        Distribution.Of(_poses.Select(p => p.Jitter)),
        _poses.Count(p => p.WithoutBody == 1),
        _poses.Count(p => p.WithoutHands == 1));
}
