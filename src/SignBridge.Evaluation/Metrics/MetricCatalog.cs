using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Metrics;

/// <summary>The metrics over pairs of texts, by the names that <c>--metrics</c> takes.</summary>
public static class MetricCatalog
{
    private static readonly (string Name, Func<MetricOptions, ICorpusMetric> Create)[] All =
    [
        ("wer", o => new WordErrorRate(o.Costs, o.IsLowercase)),
        ("bleu", o => Bleu(o, 4)),
        ("bleu-1", o => Bleu(o, 1)),
        ("bleu-2", o => Bleu(o, 2)),
        ("bleu-3", o => Bleu(o, 3)),
        ("bleu-4", o => Bleu(o, 4)),
        ("chrf", o => new ChrfMetric(new ChrfOptions { IsLowercase = o.IsLowercase })),
        ("chrf++", o => new ChrfMetric(new ChrfOptions { IsLowercase = o.IsLowercase, WordOrder = 2 })),
        ("ter", o => new TerMetric(o.Ter)),
        ("rouge-l", o => new RougeMetric(RougeVariant.RougeScore, o.IsLowercase)),
        ("rouge-l-coco", o => new RougeMetric(RougeVariant.Coco, o.IsLowercase)),
        ("rouge-l-nslt", o => new RougeMetric(RougeVariant.Nslt, o.IsLowercase)),
        ("rouge-l-python", o => new RougeMetric(RougeVariant.PythonRouge, o.IsLowercase)),
        ("exact-match", o => new ExactMatch(o.IsLowercase)),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(m => m.Name)];

    /// <summary>The metric of a name; <c>bleu-4</c> is <c>bleu</c>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ICorpusMetric Create(string name, MetricOptions? options = null)
    {
        var create = Array.Find(All, m => m.Name == name).Create;
        return create?.Invoke(options ?? new MetricOptions())
            ?? throw new ArgumentException($"There is no metric '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
    }

    private static BleuMetric Bleu(MetricOptions options, int order) => new(new BleuOptions
    {
        MaxOrder = order, Tokenizer = options.Tokenizer, Smoothing = options.Smoothing, IsLowercase = options.IsLowercase,
    });
}
