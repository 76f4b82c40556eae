namespace SignBridge.Cli;

/// <summary>Where samples lie and how far they scatter, neither of which one outlier can move.</summary>
/// <param name="Median">Half of the samples are not above it.</param>
/// <param name="Deviation">Median absolute deviation from the median; 0 for a single sample.</param>
internal readonly record struct Spread(double Median, double Deviation)
{
    public static Spread Of(IEnumerable<double> samples)
    {
        var all = samples.ToArray();
        var median = MedianOf(all);
        return new Spread(median, MedianOf([.. all.Select(s => Math.Abs(s - median))]));
    }

    private static double MedianOf(double[] samples)
    {
        Array.Sort(samples);
        var middle = samples.Length / 2;
        return samples.Length % 2 == 1 ? samples[middle] : (samples[middle - 1] + samples[middle]) / 2;
    }
}
