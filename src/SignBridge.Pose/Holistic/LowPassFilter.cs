namespace SignBridge.Pose.Holistic;

/// <summary>Exponential smoothing (<c>mediapipe/util/filtering/low_pass_filter.cc</c>, with its mixture of single and double precision).</summary>
internal struct LowPassFilter
{
    private bool _started;

    /// <summary>The last value before filtering; null before the first.</summary>
    public float? LastRaw { get; private set; }

    /// <summary>The last value after filtering.</summary>
    public float Last { get; private set; }

    /// <summary>Filters the next value; the first one comes out unchanged.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alpha">Weight of the new value, 0 to 1.</param>
    public float Apply(float value, float alpha)
    {
        Last = _started ? (float)((alpha * value) + ((1.0 - alpha) * Last)) : value;
        LastRaw = value;
        _started = true;
        return Last;
    }
}
