using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Significance;

namespace SignBridge.Evaluation.Reports;

/// <summary>The scores of sets of samples: slices, conditions and intervals are sums of the same statistics.</summary>
internal sealed class MetricTable
{
    private readonly IReadOnlyList<SampleMetric> _metrics;
    private readonly IReadOnlyList<ScoredResult> _results;
    private readonly int _seed;

    public MetricTable(IReadOnlyList<SampleMetric> metrics, IReadOnlyList<ScoredResult> results, int seed)
    {
        _metrics = metrics;
        _results = results;
        _seed = seed;
    }

    /// <summary>The scores of some of the results; metrics that none of them has a reference for are left out.</summary>
    /// <param name="rows">Places in the list of results.</param>
    public IReadOnlyList<Score> Scores(IReadOnlyList<int> rows)
    {
        var scores = new Score?[_metrics.Count];
        Parallel.For(0, _metrics.Count, m => scores[m] = ScoreOf(m, [.. rows.Select(r => _results[r].Statistics[m]).OfType<double[]>()]));
        return [.. scores.OfType<Score>()];
    }

    /// <summary>The scores of one result alone, in the order of the metrics that it has a reference for, each larger where the result is better.</summary>
    public IEnumerable<double> Goodness(int row)
    {
        for (var m = 0; m < _metrics.Count; m++)
        {
            if (_results[row].Statistics[m] is { } statistics && _metrics[m].Score(statistics).Value is var value && !double.IsNaN(value))
                yield return _metrics[m].HigherIsBetter ? value : -value;
        }
    }

    private Score? ScoreOf(int metric, double[][] statistics)
    {
        if (statistics.Length == 0)
            return null;
        var table = StatisticsTable.Of(statistics);
        var (value, details) = _metrics[metric].Score(table.Sum());
        var score = new Score(_metrics[metric].Name, value, _metrics[metric].Signature, details);
        return statistics.Length < 2 ? score : score with
        {
            Signature = MetricSignature.WithBootstrap(score.Signature, Bootstrap.DefaultResamples, _seed),
            Interval = Bootstrap.Interval(table, sum => _metrics[metric].Score(sum).Value, seed: _seed),
        };
    }
}
