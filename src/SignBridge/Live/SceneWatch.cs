namespace SignBridge;

/// <summary>Says what keeps a live stream from being understood: nobody in view, hands outside of the picture, darkness, too few frames.</summary>
/// <param name="width">Width of the picture in the unit of the landmarks; 0 where it is not known.</param>
/// <param name="height">Height of the picture.</param>
/// <param name="rate">Poses a second that the recogniser expects.</param>
internal sealed class SceneWatch(int width, int height, double rate)
{
    // Of 255: below it MediaPipe loses hands first. A lit room is at 80 and more.
    private const double DarkBrightness = 35;

    // Below this share of the rate, movement is missing that the recogniser was trained to see.
    private const double LowRate = 0.8;
    private const int LeftWrist = 15;
    private const int RightWrist = 16;

    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(2);

    private readonly Queue<TimeSpan> _recent = new();
    private readonly LastingNotice _nobody = new(
        new Notice("nobody-in-view", "Nobody is in view: sit so that your head, shoulders and hands are in the picture."), TimeSpan.FromSeconds(1.5));

    // Hands rest in the lap between sentences: only who has not raised them for long may not know that they are out of view.
    private readonly LastingNotice _hands = new(
        new Notice("hands-out-of-view", "Your hands are outside of the picture: raise them into it, move back, or tilt the camera down."), TimeSpan.FromSeconds(10));

    private readonly LastingNotice _dark = new(
        new Notice("too-dark", "The picture is too dark to see hands well: turn on a light in front of you."), TimeSpan.FromSeconds(1));

    private readonly LastingNotice _several = new(
        new Notice("several-people", "Several people are in view: the largest one in the middle is followed; ask the others to step aside."), TimeSpan.FromSeconds(3));

    private readonly LastingNotice _slow = new(
        new Notice("low-frame-rate", FormattableString.Invariant($"Fewer than {rate:0.##} frames a second arrive, so signs may be missed: close other programs, or use a faster connection.")), TimeSpan.FromSeconds(2));

    /// <summary>Looks at the next pose as it arrives.</summary>
    /// <param name="pose">At whatever rate poses arrive.</param>
    /// <param name="brightness">Mean brightness of its frame, 0 to 255; null where there is no frame.</param>
    /// <param name="people">How many people are in view; 0 where that is not known.</param>
    public IEnumerable<NoticeGiven> Look(PoseFrame pose, double? brightness, int people)
    {
        _recent.Enqueue(pose.Time);
        while (pose.Time - _recent.Peek() > RateWindow)
            _recent.Dequeue();
        var isSlow = _recent.Count >= 2 && _recent.Count - 1 < LowRate * rate * (pose.Time - _recent.Peek()).TotalSeconds;
        NoticeGiven?[] notices =
        [
            _nobody.At(pose.Time, !pose.IsAnybodyPresent),
            _hands.At(pose.Time, HandsAreOutside(pose)),
            _dark.At(pose.Time, brightness < DarkBrightness),
            _several.At(pose.Time, people > 1),
            _slow.At(pose.Time, isSlow),
        ];
        return notices.OfType<NoticeGiven>();
    }

    private bool HandsAreOutside(PoseFrame pose)
    {
        var body = pose.Part("body");
        return width > 0 && body.Length > RightWrist && IsOutside(body[LeftWrist]) && IsOutside(body[RightWrist]);
    }

    private bool IsOutside(Landmark wrist) => wrist.IsPresent && (wrist.X < 0 || wrist.X > width || wrist.Y < 0 || wrist.Y > height);
}
