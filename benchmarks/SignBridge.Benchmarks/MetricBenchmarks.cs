using BenchmarkDotNet.Attributes;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Significance;
using SignBridge.Testing;

namespace SignBridge.Benchmarks;

/// <summary>A metric over 250 English sentences of 6 words (the golden pairs), on one core, and what resampling them costs.</summary>
[MemoryDiagnoser]
public class MetricBenchmarks
{
    private ICorpusMetric? _metric;
    private TextPair[] _pairs = [];
    private StatisticsTable? _table;

    [ParamsSource(nameof(Names))]
    public string Metric { get; set; } = "";

    public static IEnumerable<string> Names => MetricCatalog.Names.Where(n => n != "bleu-4");

    [GlobalSetup]
    public void Load()
    {
        _metric = MetricCatalog.Create(Metric);
        var cases = Repository.Golden("metrics", "cases");
        _pairs = [.. File.ReadLines(Path.Combine(cases, "english.hyp.txt")).Zip(File.ReadLines(Path.Combine(cases, "english.ref.txt")), (h, r) => new TextPair(h, r))];
        _table = StatisticsTable.Read(_metric, _pairs);
    }

    [Benchmark]
    public double Statistics()
    {
        var sum = 0.0;
        foreach (var pair in _pairs)
            sum += _metric!.Statistics(pair.Hypothesis, pair.Reference)[0];
        return sum;
    }

    [Benchmark]
    public ConfidenceInterval Interval() => Bootstrap.Interval(_table!, s => _metric!.Score(s).Value);
}
