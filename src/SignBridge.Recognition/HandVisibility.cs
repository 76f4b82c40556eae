namespace SignBridge.Recognition;

/// <summary>In which frames of a clip a hand, or anybody at all, was seen.</summary>
internal sealed class HandVisibility
{
    private readonly bool[] _hands;

    public HandVisibility(PoseSequence poses)
    {
        _hands = [.. poses.Frames.Select(f => Any(f.Part("left")) || Any(f.Part("right")))];
        AnyHands = Array.IndexOf(_hands, true) >= 0;
        Anybody = AnyHands || poses.Frames.Any(f => Any(f.Landmarks));
    }

    /// <summary>Whether a hand was seen in any frame.</summary>
    public bool AnyHands { get; }

    /// <summary>Whether anything of a person was seen in any frame.</summary>
    public bool Anybody { get; }

    /// <summary>Whether a hand was seen in a run of frames; frames outside of the clip have none.</summary>
    public bool Within(int first, int count)
    {
        var start = Math.Clamp(first, 0, _hands.Length);
        var end = Math.Clamp(first + count, start, _hands.Length);
        return _hands.AsSpan(start, end - start).Contains(true);
    }

    private static bool Any(ReadOnlySpan<Landmark> landmarks)
    {
        foreach (var landmark in landmarks)
        {
            if (landmark.IsPresent)
                return true;
        }

        return false;
    }
}
