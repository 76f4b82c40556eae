namespace SignBridge.Evaluation.Perturbations;

/// <summary>Something in front of the signer, or an estimator that does not find what is there: landmarks become absent.</summary>
internal static class Occlusion
{
    /// <summary>Hides parts in one run of frames, anywhere in the clip.</summary>
    /// <remarks>Of a hidden hand the landmarks of the body stay, its wrist among them: the body model guesses what it does not see. Without
    /// parts the whole signer is hidden, for an estimator that does not find the body looks for nothing else.</remarks>
    /// <param name="poses">The poses.</param>
    /// <param name="share">Length of the run as a share of the clip.</param>
    /// <param name="random">The source of chance.</param>
    /// <param name="parts">The parts that are hidden; none for all of them.</param>
    public static PoseSequence Hide(PoseSequence poses, double share, Random random, params IReadOnlyList<string> parts)
    {
        var length = (int)Math.Round(share * poses.Frames.Count);
        var first = (int)(random.NextDouble() * (poses.Frames.Count - length + 1));
        var hidden = new bool[poses.Layout.Count];
        foreach (var part in poses.Layout.Parts.Where(p => parts.Count == 0 || parts.Contains(p.Name)))
            hidden.AsSpan(part.Offset, part.Count).Fill(true);
        return poses.Map((frame, i, landmark) => hidden[i] && frame >= first && frame < first + length ? Landmark.Absent : landmark);
    }

    /// <summary>Loses each hand in some frames, each frame by itself, as trackers do.</summary>
    /// <param name="poses">The poses.</param>
    /// <param name="share">The chance that a hand is lost in a frame.</param>
    /// <param name="random">The source of chance.</param>
    public static PoseSequence LoseHands(PoseSequence poses, double share, Random random)
    {
        var hands = poses.Layout.Parts.Where(p => p.Name is "left" or "right").ToList();
        var lost = poses.Frames.Select(_ => hands.ConvertAll(_ => random.NextDouble() < share)).ToList();
        return poses.Map((frame, i, landmark) =>
        {
            var hand = hands.FindIndex(p => i >= p.Offset && i < p.Offset + p.Count);
            return hand >= 0 && lost[frame][hand] ? Landmark.Absent : landmark;
        });
    }
}
