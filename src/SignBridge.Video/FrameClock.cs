namespace SignBridge.Video;

/// <summary>Turns what a container says about time into strictly increasing media times.</summary>
/// <remarks>OpenCV gives whole milliseconds. Where a time lies within one of them from a multiple of the nominal frame duration, the
/// multiple is meant: at 30 frames/s the third frame is at 66.67 ms, not at 66. Other times, those of a variable rate, stay as they are.</remarks>
/// <param name="framesPerSecond">Nominal rate, above 0.</param>
internal sealed class FrameClock(double framesPerSecond)
{
    private const double ContainerPrecision = 1.0;

    private TimeSpan _last = TimeSpan.MinValue;

    /// <summary>The time of the next frame.</summary>
    /// <param name="milliseconds">What the container says; where it does not go on, a nominal frame duration is added instead.</param>
    public TimeSpan Next(double milliseconds)
    {
        var period = 1000 / framesPerSecond;
        var onGrid = Math.Round(milliseconds / period) * period;
        var meant = Math.Abs(onGrid - milliseconds) <= ContainerPrecision ? onGrid : milliseconds;
        var time = TimeSpan.FromTicks((long)Math.Round(meant * TimeSpan.TicksPerMillisecond));
        if (time <= _last)
            time = _last + TimeSpan.FromMilliseconds(period);
        return _last = time;
    }
}
