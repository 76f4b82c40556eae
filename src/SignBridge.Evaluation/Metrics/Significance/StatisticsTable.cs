using System.Numerics;
using System.Runtime.InteropServices;

namespace SignBridge.Evaluation.Metrics.Significance;

/// <summary>The statistics of the samples of a corpus, one row a sample; what resampling adds up.</summary>
public sealed class StatisticsTable
{
    private readonly double[] _cells;

    private StatisticsTable(int count, int width)
    {
        (Count, Width) = (count, width);
        // Rows of whole vectors; the cells on top stay 0.
        Stride = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _cells = new double[checked(count * Stride)];
    }

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Statistics of a sample.</summary>
    public int Width { get; }

    /// <summary>Cells of a row.</summary>
    internal int Stride { get; }

    /// <summary>Takes statistics over.</summary>
    /// <param name="rows">One array for each sample, all of the same length.</param>
    /// <exception cref="ArgumentException">There is no row, or their lengths differ.</exception>
    public static StatisticsTable Of(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows.Any(r => r.Length != rows[0].Length))
            throw new ArgumentException("Resampling needs samples whose statistics are equally many.", nameof(rows));
        var table = new StatisticsTable(rows.Count, rows[0].Length);
        for (var i = 0; i < rows.Count; i++)
            rows[i].CopyTo(table.Row(i));
        return table;
    }

    /// <summary>Reads the statistics of pairs, on all cores.</summary>
    /// <exception cref="ArgumentException">There is no pair.</exception>
    public static StatisticsTable Read(ICorpusMetric metric, IReadOnlyList<TextPair> pairs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(pairs);
        var rows = new double[pairs.Count][];
        Parallel.For(0, pairs.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => rows[i] = metric.Statistics(pairs[i].Hypothesis, pairs[i].Reference));
        return Of(rows);
    }

    /// <summary>The sum over all samples, added in their order.</summary>
    public double[] Sum()
    {
        var sum = new double[Stride];
        for (var i = 0; i < Count; i++)
            Add(sum, Row(i));
        return sum[..Width];
    }

    internal Span<double> Row(int index) => _cells.AsSpan(index * Stride, Stride);

    /// <summary>Adds a row to a sum of as many cells.</summary>
    internal static void Add(Span<double> sum, ReadOnlySpan<double> row)
    {
        var sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        var added = MemoryMarshal.Cast<double, Vector<double>>(row);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += added[i];
    }
}
