namespace SignBridge.Pose.Holistic;

/// <summary>The 1€ filter of one coordinate (Casiez et al., CHI 2012), as <c>mediapipe/util/filtering/one_euro_filter.cc</c> of 0.10.21 has it.</summary>
internal struct OneEuroFilter
{
    private const double InitialFrequency = 30;

    private LowPassFilter _value;
    private LowPassFilter _speed;
    private TimeSpan? _lastTime;

    /// <summary>Filters the next value; the first one, and one that is not later than its predecessor, come out unchanged.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scale">Inverse of the object's size, so that speed is relative to it.</param>
    /// <param name="time">Media time of the value.</param>
    /// <param name="settings">The same for every value.</param>
    public float Apply(float value, float scale, TimeSpan time, OneEuroSettings settings)
    {
        if (time <= _lastTime)
            return value;
        var frequency = _lastTime is { } last ? 1 / (time - last).TotalSeconds : InitialFrequency;
        _lastTime = time;
        var speed = _value.LastRaw is { } previous ? ((double)value - previous) * scale * frequency : 0;
        double smoothSpeed = _speed.Apply((float)speed, Alpha(settings.DerivativeCutoff, frequency));
        return _value.Apply(value, Alpha(settings.MinCutoff + (settings.Beta * Math.Abs(smoothSpeed)), frequency));
    }

    private static float Alpha(double cutoff, double frequency) => (float)(1 / (1 + (frequency / (2 * Math.PI * cutoff))));
}
