namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>Bootstrap resampling (Koehn 2004): corpora of as many samples, drawn from the given ones with replacement.</summary>
public static class Bootstrap
{
    /// <summary>As in sacreBLEU.</summary>
    public const int DefaultResamples = 1000;

    /// <summary>As in sacreBLEU.</summary>
    public const int DefaultSeed = 12345;

    /// <summary>The interval that holds 95 % of the scores of the resampled corpora: sacreBLEU's estimate, with other random numbers.</summary>
    /// <param name="table">The samples.</param>
    /// <param name="score">Scores a corpus; is called on several threads.</param>
    /// <param name="resamples">How many corpora are drawn, from 1.</param>
    /// <param name="seed">Decides what is drawn; the same for every table of as many samples.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ConfidenceInterval Interval(
        StatisticsTable table, CorpusScore score, int resamples = DefaultResamples, int seed = DefaultSeed, CancellationToken cancellationToken = default)
    {
        var scores = Scores(table, score, resamples, seed, cancellationToken);
        var mean = scores.Average();
        Array.Sort(scores);
        var outside = resamples / 40;
        return new ConfidenceInterval(scores[outside], scores[resamples - outside - 1], mean, 0.95);
    }

    /// <summary>The scores of resampled corpora, in the order in which they are drawn.</summary>
    internal static double[] Scores(StatisticsTable table, CorpusScore score, int resamples, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var scores = new double[resamples];
        Parallel.For(
            0, resamples, new ParallelOptions { CancellationToken = cancellationToken }, () => new double[table.Stride],
            (resample, _, sum) =>
            {
                Array.Clear(sum);
                Draw(table, resample, seed, sum);
                scores[resample] = score(sum.AsSpan(0, table.Width));
                return sum;
            },
            static _ => { });
        return scores;
    }

    // A random number is good for two samples.
    private static void Draw(StatisticsTable table, int resample, int seed, double[] sum)
    {
        var count = (ulong)table.Count;
        var first = (ulong)resample * ((count + 1) / 2);
        for (var i = 0ul; i < count; i += 2)
        {
            var number = RandomNumbers.At(seed, first + i / 2);
            StatisticsTable.Add(sum, table.Row((int)(((number >> 32) * count) >> 32)));
            if (i + 1 < count)
                StatisticsTable.Add(sum, table.Row((int)(((number & uint.MaxValue) * count) >> 32)));
        }
    }
}
