namespace SignBridge.Pose.Holistic;

/// <summary>Smooths the confidences of landmarks over frames (<c>VisibilitySmoothingCalculator</c>).</summary>
internal sealed class VisibilitySmoother(int count, float alpha)
{
    private readonly LowPassFilter[] _filters = new LowPassFilter[count];

    /// <summary>Forgets the past.</summary>
    public void Reset() => Array.Clear(_filters);

    /// <summary>Smooths the confidences of the next frame in place.</summary>
    public void Apply(Span<Landmark> landmarks)
    {
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = landmarks[i] with { Confidence = _filters[i].Apply(landmarks[i].Confidence, alpha) };
    }
}
