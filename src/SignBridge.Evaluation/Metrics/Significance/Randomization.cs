namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>Approximate randomisation: in each trial, each sample is exchanged between the two systems or not.</summary>
/// <remarks>Ten thousand trials over a hundred thousand samples are 10⁹ sums. They come from tables: samples are taken in blocks of 64, each a random number
/// of 64 bits, and of each four neighbours all 16 partial sums are at hand.</remarks>
internal static class Randomization
{
    private const int Block = 64;
    private const int Group = 4;
    private const int Subsets = 1 << Group;

    /// <summary>The absolute differences of the scores of both mixed systems, trial by trial.</summary>
    public static double[] Differences(StatisticsTable baseline, StatisticsTable system, CorpusScore score, int trials, int seed, CancellationToken cancellationToken)
    {
        var (before, after) = (baseline.Sum(), system.Sum());
        var differences = new double[trials];
        var part = (trials + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        Parallel.For(0, (trials + part - 1) / part, new ParallelOptions { CancellationToken = cancellationToken }, p =>
        {
            var (first, end) = (p * part, Math.Min(trials, (p + 1) * part));
            var exchanged = Exchanged(baseline, system, first, end, seed, cancellationToken);
            var (a, b) = (new double[baseline.Width], new double[baseline.Width]);
            for (var trial = first; trial < end; trial++)
            {
                for (var i = 0; i < a.Length; i++)
                {
                    var moved = exchanged[(trial - first) * baseline.Stride + i];
                    (a[i], b[i]) = (after[i] + moved, before[i] - moved);
                }

                differences[trial] = Math.Abs(score(a) - score(b));
            }
        });
        return differences;
    }

    // For each trial the sum of baseline less system over the samples that are exchanged; a row a trial.
    private static double[] Exchanged(StatisticsTable baseline, StatisticsTable system, int first, int end, int seed, CancellationToken cancellationToken)
    {
        var stride = baseline.Stride;
        var sums = new double[(end - first) * stride];
        var partial = new double[Block / Group * Subsets * stride];
        var blocks = (baseline.Count + Block - 1) / Block;
        for (var block = 0; block < blocks; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FillPartialSums(baseline, system, block * Block, partial);
            for (var trial = first; trial < end; trial++)
            {
                var bits = RandomNumbers.At(seed, (ulong)trial * (ulong)blocks + (ulong)block);
                var sum = sums.AsSpan((trial - first) * stride, stride);
                for (var group = 0; group < Block / Group; group++, bits >>= Group)
                    StatisticsTable.Add(sum, partial.AsSpan((group * Subsets + (int)(bits & (Subsets - 1))) * stride, stride));
            }
        }

        return sums;
    }

    private static void FillPartialSums(StatisticsTable baseline, StatisticsTable system, int firstSample, double[] partial)
    {
        var stride = baseline.Stride;
        for (var row = 0; row < Block / Group * Subsets; row++)
        {
            var sum = partial.AsSpan(row * stride, stride);
            sum.Clear();
            for (var bit = 0; bit < Group; bit++)
            {
                var sample = firstSample + row / Subsets * Group + bit;
                if ((row & (1 << bit)) == 0 || sample >= baseline.Count)
                    continue;
                for (var i = 0; i < stride; i++)
                    sum[i] += baseline.Row(sample)[i] - system.Row(sample)[i];
            }
        }
    }
}
