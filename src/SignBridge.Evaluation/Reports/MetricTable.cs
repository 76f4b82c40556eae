using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>The statistics of every sample under every metric, computed once: slices, conditions and intervals are sums of them.</summary>
internal sealed class MetricTable
{
    private readonly IReadOnlyList<SampleMetric> _metrics;
    private readonly double[]?[][] _statistics;
    private readonly int _seed;

    public MetricTable(IReadOnlyList<SampleMetric> metrics, IReadOnlyList<SampleResult> results, int seed)
    {
        _metrics = metrics;
        _seed = seed;
        _statistics = new double[]?[results.Count][];
        Parallel.For(0, results.Count, i => _statistics[i] = [.. metrics.Select(m => m.Statistics(results[i]))]);
    }

    /// <summary>The scores of some of the results; metrics that none of them has a reference for are left out.</summary>
    /// <param name="rows">Places in the list of results.</param>
    public IReadOnlyList<Score> Scores(IReadOnlyList<int> rows)
    {
        var scores = new Score?[_metrics.Count];
        Parallel.For(0, _metrics.Count, m => scores[m] = ScoreOf(m, [.. rows.Select(r => _statistics[r][m]).OfType<double[]>()]));
        return [.. scores.OfType<Score>()];
    }

    /// <summary>The score of one result under the first metric that has a reference for it; null where there is none.</summary>
    public (SampleMetric Metric, double Value)? Value(int row)
    {
        for (var m = 0; m < _metrics.Count; m++)
        {
            if (_statistics[row][m] is { } statistics)
                return (_metrics[m], _metrics[m].Score(statistics).Value);
        }

        return null;
    }

    private Score? ScoreOf(int metric, double[][] statistics)
    {
        if (statistics.Length == 0)
            return null;
        var (value, details) = _metrics[metric].Score(Sum(statistics));
        return new Score(_metrics[metric].Name, value, _metrics[metric].Signature, details);
    }

    private static double[] Sum(double[][] statistics)
    {
        var sum = new double[statistics[0].Length];
        foreach (var one in statistics)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += one[i];
        }

        return sum;
    }
}
