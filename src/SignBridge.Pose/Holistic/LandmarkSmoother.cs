namespace SignBridge.Pose.Holistic;

/// <summary>Smooths landmarks over time, every axis of every landmark by its own <see cref="OneEuroFilter"/> (<c>LandmarksSmoothingCalculator</c>).</summary>
internal sealed class LandmarkSmoother(int count, OneEuroSettings settings)
{
    // LandmarksSmoothingCalculatorOptions: below it, the object is too small to measure speed by.
    private const float MinObjectSize = 1e-6f;

    private readonly OneEuroFilter[] _filters = new OneEuroFilter[3 * count];

    /// <summary>Forgets the past.</summary>
    public void Reset() => Array.Clear(_filters);

    /// <summary>Smooths the landmarks of the next frame in place; confidences stay.</summary>
    /// <param name="landmarks">In pixels.</param>
    /// <param name="objectSize">Size of the person in pixels.</param>
    /// <param name="time">Media time of the frame.</param>
    public void Apply(Span<Landmark> landmarks, float objectSize, TimeSpan time)
    {
        if (objectSize < MinObjectSize)
            return;
        var scale = 1 / objectSize;
        for (var i = 0; i < landmarks.Length; i++)
        {
            var landmark = landmarks[i];
            landmarks[i] = landmark with
            {
                X = _filters[3 * i].Apply(landmark.X, scale, time, settings),
                Y = _filters[(3 * i) + 1].Apply(landmark.Y, scale, time, settings),
                Z = _filters[(3 * i) + 2].Apply(landmark.Z, scale, time, settings),
            };
        }
    }
}
