using System.Globalization;
using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>chrF (Popović 2015) and chrF++ (Popović 2017): the F-score of n-grams of characters, and of words, 0 to 100. Equals sacreBLEU
/// 2.6.0.</summary>
public sealed class ChrfMetric : ICorpusMetric
{
    private readonly ChrfOptions _options;

    /// <summary>Creates the metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An order or beta is out of range: characters from 1, words from 0, beta from 1.</exception>
    public ChrfMetric(ChrfOptions? options = null)
    {
        _options = options ?? new ChrfOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.CharacterOrder, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.WordOrder, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Beta, 1, nameof(options));
        (string, string)[] beta = _options.Beta == 2 ? [] : [("beta", Number(_options.Beta))];
        Signature = MetricSignature.Of(MetricSignature.SacreBleu,
        [
            ("case", MetricSignature.Case(_options.IsLowercase)), ("eff", "yes"), ("nc", Number(_options.CharacterOrder)),
            ("nw", Number(_options.WordOrder)), ("space", MetricSignature.YesNo(_options.IsSpaceKept)), .. beta,
        ]);
    }

    /// <inheritdoc/>
    public string Name => "chrf" + new string('+', _options.WordOrder);

    /// <inheritdoc/>
    public string Signature { get; }

    /// <inheritdoc/>
    public bool HigherIsBetter => true;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        if (_options.IsLowercase)
            (hypothesis, reference) = (PythonText.ToLower(hypothesis), PythonText.ToLower(reference));
        var statistics = new double[3 * (_options.CharacterOrder + _options.WordOrder)];
        var scratch = PairScratch.Current;
        scratch.ReadLetters(hypothesis, reference, _options.IsSpaceKept);
        Count(scratch, statistics.AsSpan(0, 3 * _options.CharacterOrder));
        if (_options.WordOrder > 0)
        {
            scratch.ReadWords(hypothesis, reference, EdgePunctuationTokenizer.Instance);
            Count(scratch, statistics.AsSpan(3 * _options.CharacterOrder));
        }

        return statistics;
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics)
    {
        var (precision, recall, orders) = (0.0, 0.0, 0);
        for (var i = 0; i < statistics.Length; i += 3)
        {
            // Orders that one side does not have are left out.
            if (statistics[i] == 0 || statistics[i + 1] == 0)
                continue;
            precision += statistics[i + 2] / statistics[i];
            recall += statistics[i + 2] / statistics[i + 1];
            orders++;
        }

        (precision, recall) = orders == 0 ? (0, 0) : (precision / orders, recall / orders);
        var factor = (double)_options.Beta * _options.Beta;
        var score = precision + recall == 0 ? 0 : (1 + factor) * precision * recall / (factor * precision + recall);
        return new MetricValue(100 * score, new Dictionary<string, double> { ["precision"] = 100 * precision, ["recall"] = 100 * recall });
    }

    // For each order: n-grams of the hypothesis (0 where the reference has none of that order), of the reference, and matches.
    private static void Count(PairScratch scratch, Span<double> statistics)
    {
        Span<int> matches = stackalloc int[statistics.Length / 3];
        scratch.Ngrams.Match(scratch.Hypothesis, scratch.Reference, matches);
        for (var n = 0; n < matches.Length; n++)
        {
            var inReference = Math.Max(0, scratch.Reference.Length - n);
            statistics[3 * n] = inReference == 0 ? 0 : Math.Max(0, scratch.Hypothesis.Length - n);
            statistics[3 * n + 1] = inReference;
            statistics[3 * n + 2] = matches[n];
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
