namespace SignBridge.Evaluation.Inspection;

/// <summary>How well the signer was seen in the poses of a clip.</summary>
/// <param name="WithoutBody">Share of frames without a body, 0 to 1.</param>
/// <param name="WithoutHands">Share of frames without either hand.</param>
/// <param name="HandsCutOff">Share of frames in which a landmark of a seen hand lies outside of the frame.</param>
/// <param name="Jitter">How much nose and shoulders shake: the root mean square of their middle's second difference from frame to frame, in
/// shoulder widths. Signers hardly move these abruptly, so it is mostly the estimator's noise. NaN where fewer than three frames show them.</param>
public sealed record PoseQuality(double WithoutBody, double WithoutHands, double HandsCutOff, double Jitter)
{
    private const int Nose = 0, LeftShoulder = 11, RightShoulder = 12;

    /// <summary>Measures the poses of a clip of MediaPipe Holistic's landmarks.</summary>
    public static PoseQuality Of(PoseSequence poses)
    {
        ArgumentNullException.ThrowIfNull(poses);
        double frames = Math.Max(1, poses.Frames.Count);
        return new PoseQuality(
            poses.Frames.Count(f => !IsSeen(f.Part("body"))) / frames,
            poses.Frames.Count(f => !IsSeen(f.Part("left")) && !IsSeen(f.Part("right"))) / frames,
            poses.Frames.Count(f => IsCutOff(f.Part("left"), poses) || IsCutOff(f.Part("right"), poses)) / frames,
            JitterOf(poses));
    }

    private static bool IsSeen(ReadOnlySpan<Landmark> part)
    {
        foreach (var landmark in part)
        {
            if (landmark.IsPresent)
                return true;
        }

        return false;
    }

    private static bool IsCutOff(ReadOnlySpan<Landmark> hand, PoseSequence poses)
    {
        foreach (var landmark in hand)
        {
            if (landmark.X < 0 || landmark.Y < 0 || landmark.X >= poses.Width || landmark.Y >= poses.Height)
                return true;
        }

        return false;
    }

    private static double JitterOf(PoseSequence poses)
    {
        (double X, double Y, double Width)[] torso = [.. poses.Frames.Select(f => Torso(f.Part("body")))];
        var (sum, count) = (0.0, 0);
        for (var i = 1; i + 1 < torso.Length; i++)
        {
            var x = (torso[i - 1].X - 2 * torso[i].X + torso[i + 1].X) / torso[i].Width;
            var y = (torso[i - 1].Y - 2 * torso[i].Y + torso[i + 1].Y) / torso[i].Width;
            if (!double.IsFinite(x + y))
                continue;
            sum += x * x + y * y;
            count++;
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / count);
    }

    private static (double X, double Y, double Width) Torso(ReadOnlySpan<Landmark> body)
    {
        if (body.Length <= RightShoulder)
            return (double.NaN, double.NaN, double.NaN);
        var (nose, left, right) = (body[Nose], body[LeftShoulder], body[RightShoulder]);
        return ((nose.X + left.X + right.X) / 3.0, (nose.Y + left.Y + right.Y) / 3.0, Math.Sqrt(Math.Pow(left.X - right.X, 2) + Math.Pow(left.Y - right.Y, 2)));
    }
}
