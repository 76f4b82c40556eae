namespace SignBridge.Recognition;

/// <summary>Writes poses as the tensor [frames, landmarks, 2] that a recogniser takes: its landmarks, in its order, absent ones as NaN.</summary>
internal sealed class LandmarkInput(SkeletonLayout layout, int framesPerStep)
{
    /// <summary>Beyond any image: larger values are damage, and would overflow in the graph.</summary>
    private const float LargestCoordinate = 1e6f;

    /// <summary>The landmarks that the recogniser takes.</summary>
    public SkeletonLayout Layout => layout;

    /// <summary>Frames of the tensor for a clip: padded to whole steps.</summary>
    public int PaddedFrames(int frames) => (frames + framesPerStep - 1) / framesPerStep * framesPerStep;

    /// <summary>Refuses poses without the landmarks that the recogniser takes.</summary>
    /// <exception cref="SignBridgeException">A part is missing or has another count (<see cref="FailureKind.Input"/>).</exception>
    public void Require(PoseSequence poses)
    {
        if (!poses.Layout.Contains(layout))
        {
            throw new SignBridgeException(
                FailureKind.Input, $"The poses have the landmarks {poses.Layout} but the recogniser needs {layout}; extract them from the video again.");
        }
    }

    /// <summary>Fills the tensor; frames beyond those of the clip become absent.</summary>
    /// <exception cref="SignBridgeException">The poses lack a part, or hold coordinates that are no pixels (<see cref="FailureKind.Input"/>).</exception>
    public void Write(PoseSequence poses, Span<float> target)
    {
        Require(poses);
        foreach (var frame in poses.Frames)
        {
            foreach (var part in layout.Parts)
            {
                foreach (var landmark in frame.Part(part.Name))
                {
                    (target[0], target[1]) = Point(landmark, frame.Time);
                    target = target[2..];
                }
            }
        }

        target.Fill(float.NaN);
    }

    private static (float X, float Y) Point(Landmark landmark, TimeSpan time)
    {
        if (!landmark.IsPresent || float.IsNaN(landmark.Y))
            return (float.NaN, float.NaN);
        if (Math.Abs(landmark.X) > LargestCoordinate || Math.Abs(landmark.Y) > LargestCoordinate)
        {
            throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant(
                $"The pose at {time.TotalSeconds:0.###} s has a landmark at ({landmark.X:G3}, {landmark.Y:G3}), which is no place in an image; extract the poses from the video again."));
        }

        return (landmark.X, landmark.Y);
    }
}
