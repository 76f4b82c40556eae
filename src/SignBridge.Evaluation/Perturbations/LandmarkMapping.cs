namespace SignBridge.Evaluation.Perturbations;

/// <summary>Makes poses out of poses without touching those given.</summary>
internal static class LandmarkMapping
{
    /// <summary>The same clip with every landmark changed, by the number of its frame and its index in the layout.</summary>
    public static PoseSequence Map(this PoseSequence poses, Func<int, int, Landmark, Landmark> change) => poses with
    {
        Frames = [.. poses.Frames.Select((frame, number) =>
        {
            var landmarks = frame.Landmarks.ToArray();
            for (var i = 0; i < landmarks.Length; i++)
                landmarks[i] = change(number, i, landmarks[i]);
            return new PoseFrame(frame.Time, frame.Layout, landmarks);
        })],
    };
}
