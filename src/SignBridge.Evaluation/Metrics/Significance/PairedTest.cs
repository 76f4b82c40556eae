namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>Tests whether two systems differ on the same samples, as sacreBLEU does, with other random numbers.</summary>
public static class PairedTest
{
    /// <summary>sacreBLEU's trials: 1000 resamples or 10,000 randomisations.</summary>
    public static int DefaultTrials(PairedTestKind kind) => kind == PairedTestKind.Bootstrap ? Bootstrap.DefaultResamples : 10_000;

    /// <summary>Compares a system with a baseline.</summary>
    /// <param name="kind">The test.</param>
    /// <param name="baseline">The samples as the baseline has them.</param>
    /// <param name="system">The same samples, in the same order, as the system has them.</param>
    /// <param name="score">Scores a corpus; is called on several threads.</param>
    /// <param name="trials">From 1; null for <see cref="DefaultTrials"/>.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The tables differ in size.</exception>
    public static PairedTestResult Run(
        PairedTestKind kind, StatisticsTable baseline, StatisticsTable system, CorpusScore score,
        int? trials = null, int seed = Bootstrap.DefaultSeed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(score);
        if ((baseline.Count, baseline.Width) != (system.Count, system.Width))
            throw new ArgumentException("A paired test needs the same samples of both systems.", nameof(system));
        var count = trials ?? DefaultTrials(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(trials));
        var (before, after) = (score(baseline.Sum()), score(system.Sum()));
        var differences = kind == PairedTestKind.Bootstrap
            ? Resampled(baseline, system, score, count, seed, cancellationToken)
            : Randomization.Differences(baseline, system, score, count, seed, cancellationToken);
        var real = Math.Abs(after - before);
        // As sacreBLEU counts, but that it prints the least p-value for systems between which no trial can tell.
        var larger = real == 0 && Array.TrueForAll(differences, d => d == 0) ? count : differences.Count(d => d > real);
        return new PairedTestResult(kind, before, after, (larger + 1.0) / (count + 1), count, seed);
    }

    // The differences are moved to a mean of 0: what remains is chance.
    private static double[] Resampled(StatisticsTable baseline, StatisticsTable system, CorpusScore score, int trials, int seed, CancellationToken cancellationToken)
    {
        var before = Bootstrap.Scores(baseline, score, trials, seed, cancellationToken);
        var differences = Bootstrap.Scores(system, score, trials, seed, cancellationToken);
        for (var i = 0; i < trials; i++)
            differences[i] = Math.Abs(differences[i] - before[i]);
        var mean = differences.Average();
        return Array.ConvertAll(differences, d => d - mean);
    }
}
